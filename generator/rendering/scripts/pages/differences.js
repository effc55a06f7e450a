// The list of all differences: its sections are hidden and shown, and with them their events.
// Data: data/differences-index.json, described in generator/rendering/filters/differences_index.py.
import { hideFirstJoint, hideLater } from "../as-known-on.js";
import { FilteredList } from "../filter-list.js";
import { HitList } from "../hit-list.js";
import { dayNumber, eventId, fetchJson, fetchPage } from "../lib/data.js";
import { all, find } from "../lib/dom.js";
import { fold } from "../lib/fold.js";
import { Words } from "../lib/words.js";

/** @typedef {import("../types").DifferencesIndex} DifferencesIndex */
/** @typedef {import("../types").DifferenceRow} DifferenceRow */
/** @typedef {import("../types").State} State */
/** @typedef {import("../types").Matches} Matches */

const AT_ONCE = 60; // so many differences are drawn at once where they do not stand on the page

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
    if (!index.parts && this.sections.length !== rows.length)
      throw new Error("the index is of another day");
    this.asKnownOn(0);
  }

  /** @override */
  async takenIds() {
    const sections = await Promise.all(this.matched.map((n) => this.section(n)));
    const links = sections.map((section) => find(section.closest("li") ?? section, "h2 a"));
    return [...new Set(links.map((link) => eventId(/** @type {HTMLAnchorElement} */ (link))))];
  }

  /** Where a row stands. @param {number} n @returns {Promise<HTMLElement>} */
  async section(n) {
    return this.sections[n];
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
      const event = section.closest(".difference-list > li");
      const told = /** @type {HTMLElement} */ (section.cloneNode(true));
      for (const later of all(told, "[hidden]")) later.remove();
      return fold(`${event && find(event, "h2").textContent} ${told.textContent}`);
    });
  }

  /** Values and speakers that only later sources give. @override @param {number} day @param {string} iso */
  updateRows(day, iso) {
    this.hideLaterIn(this.root, iso);
    const later = this.days.filter((known) => day && known > day).length;
    const left = later
      ? this.words.count("differences.left-out", later)
      : this.words.say("differences.left-out.none");
    this.note.textContent = day ? `${left} ${this.words.say("differences.ours")}` : this.ownNote;
  }

  /** @param {HTMLElement} root @param {string} iso */
  hideLaterIn(root, iso) {
    hideLater(root, iso);
    for (const values of all(root, ".value-list")) hideFirstJoint(values);
  }

  /** @override @param {number[]} hits @param {boolean} [_isFiltered] */
  show(hits, _isFiltered) {
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

/** The same where the page shows one part: what is found on the others is fetched from there. */
class PartedDifferences extends Differences {
  /** The part of each row, and its place in that. @type {[part: number, place: number][]} */
  #places = [];
  /** @type {Map<number, Promise<HTMLElement[]>>} */
  #fetched = new Map();
  #iso = "";

  /**
   * @param {HTMLElement} root
   * @param {DifferencesIndex} index
   * @param {Words} words
   */
  constructor(root, index, words) {
    super(root, index, words);
    this.parts = index.parts ?? [];
    this.parts.forEach(([, rows], part) => {
      for (let place = 0; place < rows; place++) this.#places.push([part, place]);
    });
    this.own = all(root, ".difference-list, .steps, .part-shown");
    this.hits = new HitList(find(root, ".difference-list"), "difference-list", AT_ONCE, words);
  }

  /** @override @returns {Promise<string[]>} */
  async loadTexts() {
    const by = dayNumber(this.#iso) || Infinity;
    /** @type {[title: string, ...texts: (string | [known: number, text: string][])[]][]} */
    const events = await fetchJson("data/differences-texts.json");
    return events.flatMap(([title, ...texts]) =>
      texts.map((text) => {
        const told =
          typeof text === "string"
            ? [text]
            : text.flatMap(([day, part]) => (day <= by ? part : []));
        return fold(`${title} ${told.join("")}`);
      }),
    );
  }

  /** @override @param {number} day @param {string} iso */
  updateRows(day, iso) {
    super.updateRows(day, iso);
    this.#iso = iso;
  }

  /** @override @param {number[]} hits @param {boolean} isFiltered */
  async show(hits, isFiltered) {
    for (const part of this.own) part.hidden = isFiltered;
    if (!isFiltered || !hits.length) {
      this.hits.clear();
      return;
    }
    const drawn = new Set();
    try {
      await this.hits.show(hits, async (n) => {
        const section = await this.section(n);
        const event = /** @type {HTMLElement} */ (section.closest("li"));
        if (!drawn.has(event)) for (const other of all(event, "section")) other.hidden = true;
        drawn.add(event);
        section.hidden = false;
        this.hideLaterIn(event, this.#iso);
        return event;
      });
    } catch (error) {
      this.sayFailed(error);
    }
  }

  /** @override @param {number} n */
  async section(n) {
    const [part, place] = this.#places[n];
    return (await this.fetchPart(part))[place];
  }

  /** The differences on the page of a part. @param {number} part */
  fetchPart(part) {
    const known = this.#fetched.get(part);
    if (known) return known;
    const [address, rows] = this.parts[part];
    const answer = fetchPage(new URL(address, location.href)).then((page) => {
      const sections = all(page, ".difference-list section");
      if (sections.length !== rows) throw new Error("the index is of another day");
      return sections;
    });
    this.#fetched.set(part, answer);
    return answer;
  }
}

/** @param {HTMLElement} root */
export async function start(root) {
  const [index, words] = await Promise.all([
    fetchJson("data/differences-index.json"),
    Words.load(),
  ]);
  const Kind = index.parts ? PartedDifferences : Differences;
  const differences = new Kind(root, index, words);
  if (root.isConnected) await differences.start();
}
