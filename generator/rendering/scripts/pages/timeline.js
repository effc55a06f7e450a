// The timeline's list: where all events stand on the page, its rows are hidden and shown; where only
// the newest year does, the events found are a list of their own.
import { Band } from "../band.js";
import { EventIndex } from "../event-index.js";
import { FilteredList } from "../filter-list.js";
import { HitList } from "../hit-list.js";
import { eventUrl, fetchJson } from "../lib/data.js";
import { all, find, hashOf, make } from "../lib/dom.js";
import { fold } from "../lib/fold.js";
import { Words } from "../lib/words.js";

/** @typedef {import("../types").TimelineIndex} TimelineIndex */
/** @typedef {import("../types").Title} Title */
/** @typedef {import("../types").EventRow} EventRow */

const AT_ONCE = 200; // so many hits are drawn at once where they do not stand on the page

/** @extends {FilteredList<EventRow>} */
class Timeline extends FilteredList {
  /** @type {Title[]} */
  titles = [];

  /**
   * @param {HTMLElement} root
   * @param {TimelineIndex} index
   * @param {Words} words
   */
  constructor(root, index, words) {
    const events = new EventIndex(index, words);
    const { kind, actor, place, source, differ } = index;
    super(root, { kind, actor, place, source, differ }, events.rows, words);
    this.events = events;
    this.majorFrom = Number(root.dataset.major);
    this.years = find(root, ".years");
    this.hits = new HitList(this.years, "event-rows", AT_ONCE, words);
    this.lines = "whole" in root.dataset ? all(this.years, ".timeline-event") : null;
    if (this.lines && this.lines.length !== events.rows.length)
      throw new Error("the index is of another day");
    /** For each line, the first one of its day. @type {number[]} */
    this.firstOfDay = [];
    this.lines?.forEach((line, n) => {
      const isSame = line.classList.contains("timeline-event--same-day");
      this.firstOfDay.push(isSame ? this.firstOfDay[n - 1] : n);
    });
  }

  /** @override @param {boolean} isFiltered */
  async load(isFiltered) {
    if (!this.lines && isFiltered && !this.titles.length)
      this.titles = await fetchJson("data/timeline-titles.json");
  }

  /** @override */
  async loadTexts() {
    const titles =
      this.lines?.map((line) => find(line, "h3").textContent) ??
      this.titles.map(([, title]) => title);
    /** @type {string[]} */
    const summaries = await fetchJson("data/timeline-summaries.json");
    // A summary draws on every account: it is no answer on a day when some were still to come.
    return summaries.map((summary, n) => {
      const { accounts, knownAccounts } = this.rows[n];
      const isPart = knownAccounts > 0 && knownAccounts < accounts.length;
      return fold(`${titles[n]} ${isPart ? "" : summary}`);
    });
  }

  /** @override */
  async takenIds() {
    /** @type {Title[]} */
    const titles = await fetchJson("data/timeline-titles.json");
    return this.matched.map((n) => titles[n][0]);
  }

  /** @override @param {number} day */
  asKnownOn(day) {
    this.events.asKnownOn(day);
  }

  /** Account counts and differences of the rows on the page. @override @param {number} day */
  updateRows(day) {
    this.lines?.forEach((line, n) => {
      const row = this.rows[n];
      this.events.updateLine(line, row);
      if (row.accounts.length < this.majorFrom) return;
      const isMajor = row.knownAccounts >= this.majorFrom;
      line.classList.toggle("timeline-event--major", isMajor);
      find(line, ".timeline-event__summary").hidden = !isMajor;
    });
    const later = this.events.laterSources(day);
    const left = later
      ? this.words.count("timeline.left-out", later)
      : this.words.say("timeline.left-out.none");
    this.note.textContent = day ? `${left} ${this.words.say("timeline.ours")}` : this.ownNote;
  }

  /** @override @param {number[]} hits @param {boolean} isFiltered */
  show(hits, isFiltered) {
    if (!this.lines) {
      this.draw(hits, isFiltered);
      return;
    }
    const shown = new Set(hits);
    let day = -1;
    this.lines.forEach((line, n) => {
      line.hidden = !shown.has(n);
      if (line.hidden) return;
      // The day is printed once.
      line.classList.toggle("timeline-event--same-day", this.firstOfDay[n] === day);
      day = this.firstOfDay[n];
    });
    for (const part of all(this.years, ".month, .year"))
      part.hidden = !part.querySelector(".timeline-event:not([hidden])");
    for (const part of all(this.years, ".gap, .year__lasting")) part.hidden = isFiltered;
    for (const link of all(this.years, ".month__day"))
      link.hidden = !!this.years.querySelector(`${hashOf(link)}[hidden]`);
    for (const link of all(this.root, ".rail a[href*='#']")) {
      const year = this.root.querySelector(hashOf(link));
      const item = /** @type {HTMLElement} */ (link.closest("li"));
      item.hidden = year instanceof HTMLElement && year.hidden;
      const left = year?.querySelectorAll(".timeline-event:not([hidden])").length ?? 0;
      find(item, "small").textContent = this.words.number(left);
    }
    this.showYears(!!hits.length);
  }

  /** Show the years, and the note below that tells of them; or neither. @param {boolean} isShown */
  showYears(isShown) {
    this.years.hidden = !isShown;
    for (const note of all(this.root, ".list-body + .note")) note.hidden = !isShown;
  }

  /**
   * @param {number[]} hits
   * @param {boolean} isFiltered
   */
  draw(hits, isFiltered) {
    this.showYears(!isFiltered);
    if (isFiltered && hits.length) this.hits.show(hits, (n) => this.row(n));
    else this.hits.clear();
  }

  /** A row as pages print it: the page has a template of one. @param {number} n */
  row(n) {
    const row = this.rows[n];
    const [id, title, date, ...marks] = this.titles[n];
    const { kind, place } = this.events.index;
    const template = /** @type {HTMLTemplateElement} */ (find(this.root, "template"));
    const line = find(/** @type {DocumentFragment} */ (template.content.cloneNode(true)), "li");
    const link = /** @type {HTMLAnchorElement} */ (find(line, "a"));
    link.href = eventUrl(id);
    link.textContent = title;
    find(line, ".event-rows__date").textContent = date;
    const [, name, shape] = kind[row.has.kind[0]];
    find(line, ".kind-sign path").setAttribute("d", shape);
    const first = find(line, ".meta > span");
    first.append(name);
    const places = row.has.place.map((of) => make("span", {}, place[of][1]));
    first.after(
      ...marks.map((mark) => make("b", {}, mark)).flatMap((mark) => [" ", mark]),
      ...places.flatMap((span) => [" ", span]),
    );
    this.events.updateLine(line, row);
    return line;
  }
}

/** @param {HTMLElement} root */
export async function start(root) {
  const [index, words] = await Promise.all([fetchJson("data/timeline-index.json"), Words.load()]);
  const timeline = new Timeline(root, index, words);
  if (!root.isConnected) return;
  for (const figure of all(timeline.page, ".band"))
    new Band(figure, words, (period) => timeline.setPeriod(period)).follow(root);
  await timeline.start();
}
