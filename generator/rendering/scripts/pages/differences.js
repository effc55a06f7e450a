// The list of all differences: its sections are hidden and shown, and with them their events.
// Data: data/differences-index.json, described in generator/rendering/filters/differences_index.py.
import { all, data, plural } from "../lib/base.js";
import { FilteredList, fold } from "../filter-list.js";
import { asTold, leadSides } from "../as-known-on.js";

class Differences extends FilteredList {
  noun = "difference";

  constructor(root, index) {
    const rows = index.differences.map(([on, measure, verdict, about, told, from, to, since]) =>
      ({ on: [on], measure, verdict, about, told, from, to: to || from, since }));
    super(root, index, rows);
    this.days = index.source.map(source => source[2]);
    this.events = all(root, ".difference-list > li");
    this.lines = all(root, ".difference-list section");
    if (this.lines.length !== rows.length) throw new Error("the index is of another day");
    this.asKnown(0);
  }

  asKnown(day) {
    const by = day || Infinity;
    for (const row of this.rows) {
      const told = row.told.filter(([source]) => this.days[source] <= by);
      row.isKnown = row.since <= by;
      row.source = [...new Set(told.map(([source]) => source))];
      row.actor = [...new Set(row.about.concat(...told.map(([, speakers]) => speakers)))];
    }
  }

  async need({ words }) {
    if (words.length) this.texts ||= this.lines.map(line => fold(`${line.closest("li").querySelector("h2").textContent} ${line.textContent}`));
  }

  // Values and speakers that only later sources give.
  tell(day, iso) {
    asTold(this.root, iso);
    for (const sides of all(this.root, ".value-list")) leadSides(sides);
    const note = this.page.querySelector("#known-note"), later = this.days.filter(one => day && one > day).length;
    this.note ||= note.textContent;
    note.textContent = day
      ? `${later ? plural(later, "later source") + " and all that they alone tell" : "No source"} left out. Titles are ours and know every source.`
      : this.note;
  }

  show(hits) {
    const shown = new Set(hits);
    this.lines.forEach((line, n) => { line.hidden = !shown.has(n); });
    for (const event of this.events) event.hidden = !all(event, "section").some(line => !line.hidden);
  }

  report(...found) {
    super.report(...found);
    const tally = this.page.querySelector(".tally");
    if (tally) tally.hidden = found[2];
  }
}

export const start = async root => {
  const differences = new Differences(root, await data("differences-index"));
  if (root.isConnected) await differences.start();
};
