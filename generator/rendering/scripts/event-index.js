// The events of data/timeline-index.json, and what each is worth by a day: only what was told by then
// counts. generator/rendering/filters/timeline_index.py describes the data.
import { all } from "./lib/dom.js";

/** @typedef {import("./types").TimelineIndex} TimelineIndex */
/** @typedef {import("./types").EventRow} EventRow */
/** @typedef {import("./lib/words.js").Words} Words */

export class EventIndex {
  /**
   * @param {TimelineIndex} index
   * @param {Words} words
   * @param {number} [day]
   */
  constructor(index, words, day = 0) {
    this.index = index;
    this.words = words;
    /** @type {EventRow[]} */
    this.rows = index.events.map(
      ([kind, actors, place, accounts, from, to, differs, later = []]) => ({
        from,
        to: to || from,
        accounts,
        actors,
        differs,
        later,
        has: { kind: [kind], place },
        isKnown: true,
        knownAccounts: 0,
        differ: [],
      }),
    );
    this.asKnownOn(day);
  }

  /** @param {number} day */
  asKnownOn(day) {
    const by = day || Infinity;
    const { source, differ } = this.index;
    const anything = differ.length - 1;
    for (const row of this.rows) {
      const known = row.accounts.filter((n) => source[n][2] <= by);
      const later = row.later.filter(([, since]) => since <= by);
      row.knownAccounts = known.length;
      row.isKnown = known.length > 0;
      row.differ = (row.differs || []).flatMap((since, n) => (since && since <= by ? [n] : []));
      row.has.source = [...new Set(known)];
      row.has.actor = [...row.actors, ...later.map(([actor]) => actor)];
      row.has.differ = row.differ.length ? [...row.differ, anything] : [];
    }
  }

  /**
   * How many sources came after a day.
   * @param {number} day
   */
  laterSources(day) {
    return this.index.source.filter(([, , known]) => day && known > day).length;
  }

  /**
   * Bring the line under an event's title, in any list, to what is known of accounts and differences.
   * @param {ParentNode} line
   * @param {EventRow} row
   */
  updateLine(line, row) {
    for (const count of all(line, ".account-count"))
      count.textContent = this.words.count("accounts", row.knownAccounts);
    for (const kinds of all(line, "[data-kinds]")) {
      kinds.textContent = row.differ.map((n) => this.index.differ[n][1]).join(", ");
      const differs = kinds.closest("span.differs");
      if (differs instanceof HTMLElement) differs.hidden = !row.differ.length;
    }
  }
}
