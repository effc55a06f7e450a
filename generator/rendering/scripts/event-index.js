// The events of data/timeline-index.json, and what each is worth by a day: only what was told by then
// counts. generator/rendering/filters/timeline_index.py describes the data.
import { all, plural } from "./lib/base.js";

export class EventIndex {
  constructor(index) {
    this.index = index;
    this.all = index.events.map(([kind, actors, place, told, from, to, differs, later]) =>
      ({ kind: [kind], actors, place, told, from, to: to || from, differs, later: later || [] }));
    this.asKnown(0);
  }

  asKnown(day) {
    const by = day || Infinity, days = this.index.source.map(source => source[2]);
    for (const e of this.all) {
      const told = e.told.filter(source => days[source] <= by);
      e.accounts = told.length;
      e.isKnown = told.length > 0;
      e.source = [...new Set(told)];
      e.actor = e.actors.concat(e.later.filter(one => one[1] <= by).map(one => one[0]));
      e.differ = e.differs ? e.differs.flatMap((since, n) => since && since <= by ? [n] : []) : [];
      if (e.differ.length) e.differ.push(e.differs.length); // the last choice: on anything
    }
  }

  // How many sources came after a day.
  later(day) {
    return this.index.source.filter(source => day && source[2] > day).length;
  }

  differOn(e) {
    return e.differ.slice(0, -1).map(n => this.index.differ[n][1]).join(", ");
  }

  // The line under an event's title, in any list: accounts and differences.
  tell(row, e) {
    for (const count of all(row, ".account-count")) count.textContent = plural(e.accounts, "account");
    for (const mark of all(row, ".meta .differs")) {
      mark.hidden = !e.differ.length;
      mark.lastChild.textContent = ` differ on ${this.differOn(e)}`;
    }
  }
}
