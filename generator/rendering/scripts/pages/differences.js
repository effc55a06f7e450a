// The list of all differences: its sections are hidden and shown, and with them their events.
// Data: data/differences-index.json, described in generator/rendering/filters/differences_index.py.
import { hideFirstJoint, hideLater } from "../as-known-on.js";
import { FilteredList } from "../filter-list.js";
import { fetchJson } from "../lib/data.js";
import { all, find } from "../lib/dom.js";
import { fold } from "../lib/fold.js";
import { Words } from "../lib/words.js";

/** @typedef {import("../types").DifferencesIndex} DifferencesIndex */
/** @typedef {import("../types").DifferenceRow} DifferenceRow */
/** @typedef {import("../types").State} State */
/** @typedef {import("../types").Matches} Matches */

/** @extends {FilteredList<DifferenceRow>} */
class Differences extends FilteredList {
  /** @override */
  noun = "differences";

  /**
   * @param {HTMLElement} root
   * @param {DifferencesIndex} index
   * @param {Words} words
   */
  constructor(root, index, words) {
    const rows = index.differences.map(
      ([on, measure, verdict, about, accounts, from, to, since]) => ({
        from,
        to: to || from,
        about,
        accounts,
        since,
        isKnown: true,
        has: /** @type {Record<string, number[]>} */ ({ on: [on], measure, verdict }),
      }),
    );
    const { on, measure, verdict, actor, source } = index;
    super(root, { on, measure, verdict, actor, source }, rows, words);
    this.days = source.map(([, , known]) => known);
    this.events = all(root, ".difference-list > li");
    this.sections = all(root, ".difference-list section");
    if (this.sections.length !== rows.length) throw new Error("the index is of another day");
    this.asKnownOn(0);
  }

  /** @override @param {number} day */
  asKnownOn(day) {
    const by = day || Infinity;
    for (const row of this.rows) {
      const known = row.accounts.filter(([source]) => this.days[source] <= by);
      const speakers = known.flatMap(([, actors]) => actors);
      row.isKnown = row.since <= by;
      row.has.source = [...new Set(known.map(([source]) => source))];
      row.has.actor = [...new Set([...row.about, ...speakers])];
    }
  }

  /** @override */
  async loadTexts() {
    return this.sections.map((section) => {
      const event = section.closest("li");
      return fold(`${event && find(event, "h2").textContent} ${section.textContent}`);
    });
  }

  /** Values and speakers that only later sources give. @override @param {number} day @param {string} iso */
  updateRows(day, iso) {
    hideLater(this.root, iso);
    for (const values of all(this.root, ".value-list")) hideFirstJoint(values);
    const later = this.days.filter((known) => day && known > day).length;
    const left = later
      ? this.words.count("differences.left-out", later)
      : this.words.say("differences.left-out.none");
    this.note.textContent = day ? `${left} ${this.words.say("differences.ours")}` : this.ownNote;
  }

  /** @override @param {number[]} hits */
  show(hits) {
    const shown = new Set(hits);
    this.sections.forEach((section, n) => {
      section.hidden = !shown.has(n);
    });
    for (const event of this.events)
      event.hidden = all(event, "section").every((section) => section.hidden);
  }

  /** @override @param {State} state @param {Matches} matches @param {number} filters */
  report(state, matches, filters) {
    super.report(state, matches, filters);
    for (const tally of all(this.page, ".tally")) tally.hidden = filters > 0;
  }
}

/** @param {HTMLElement} root */
export async function start(root) {
  const [index, words] = await Promise.all([
    fetchJson("data/differences-index.json"),
    Words.load(),
  ]);
  const differences = new Differences(root, index, words);
  if (root.isConnected) await differences.start();
}
