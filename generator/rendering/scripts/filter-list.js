// A list with filters: the form, the counts, "N of M", and the address that carries the view
// (?source=…&from=…&to=…&words=…&known=…).
// The list is complete without it. pages/timeline.js and pages/differences.js say what theirs hold.
import { FilterForm } from "./filter-form.js";
import { find } from "./lib/dom.js";
import { match } from "./matching.js";
import { TakeAway } from "./take-away.js";
import { ViewAddress } from "./view-address.js";

/** @typedef {import("./types").Row} Row */
/** @typedef {import("./types").State} State */
/** @typedef {import("./types").Matches} Matches */
/** @typedef {import("./types").Period} Period */
/** @typedef {import("./types").Choices} Choices */
/** @typedef {import("./types").Source} Source */
/** @typedef {import("./lib/words.js").Words} Words */

const TYPING = 120; // ms that typing is waited for

/** @template {Row} R */
export class FilteredList {
  /** What the list holds: the beginning of names of messages. */
  noun = "events";
  /** @type {string[]} */
  #texts = [];
  #turn = 0;
  #day = -1;
  /** @type {number | undefined} */
  #waiting;
  /** The numbers of the rows that are shown. @type {number[]} */
  matched = [];
  /** What the page says of them: "7 of 59 events". */
  shown = "";

  /**
   * @param {HTMLElement} root
   * @param {Choices} choices
   * @param {R[]} rows
   * @param {Words} words
   */
  constructor(root, choices, rows, words) {
    this.root = root;
    this.rows = rows;
    this.words = words;
    this.page = /** @type {HTMLElement} */ (root.closest(".page") ?? document.body);
    this.form = new FilterForm(root, choices, words);
    this.address = new ViewAddress(root);
    this.box = /** @type {HTMLDetailsElement} */ (find(root, ".filters"));
    this.result = find(root, ".result");
    this.note = find(this.page, "#known-note");
    this.ownNote = this.note.textContent ?? "";
    this.sources = /** @type {Source[]} */ (choices.source);
  }

  /** Bring the rows to what was known by a day; 0 for all. @param {number} _day */
  asKnownOn(_day) {}

  /** The same on the page. @param {number} _day @param {string} _iso */
  updateRows(_day, _iso) {}

  /** Fetch what rows are shown from. @param {boolean} _isFiltered @returns {Promise<void>} */
  async load(_isFiltered) {}

  /** For each row, the folded text that words are looked for in. @returns {Promise<string[]>} */
  async loadTexts() {
    return [];
  }

  /** Show these rows and no others. @param {number[]} _hits @param {boolean} _isFiltered */
  show(_hits, _isFiltered) {}

  /** The ids of the events that are shown. @returns {Promise<string[]>} */
  async takenIds() {
    return [];
  }

  async start() {
    for (const facet of this.form.facets) this.form.renderChoices(facet, this.rows);
    this.form.readUrl();
    this.form.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.apply();
      if (this.isNarrow) {
        this.box.open = false;
        find(this.root, ".list-bar").scrollIntoView();
        find(this.root, "#events").focus({ preventScroll: true });
      }
    });
    // By bubbling, fields of the form that stand elsewhere would be missed.
    for (const field of this.form.fields)
      field.addEventListener("input", () => this.applySoon(field.type === "checkbox" ? 0 : TYPING));
    find(this.result, ".result__clear").addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      this.form.form.reset();
      this.apply();
      find(this.box, "summary").focus();
    });
    this.box.open = !this.isNarrow;
    for (const part of [this.box, this.result, find(this.page, ".as-known-on")])
      part.hidden = false;
    // What sticks below the bar makes room for as many lines as it has. Every row inherits the height:
    // it is set only where it is more than the least, which the style sheet knows.
    const bar = find(this.root, ".list-bar");
    new ResizeObserver(() => {
      const height = bar.offsetHeight;
      const isHigher = height > Math.ceil(parseFloat(getComputedStyle(bar).minBlockSize));
      this.root.style.setProperty("--bar-height", isHigher ? `${height}px` : "");
    }).observe(bar);
    new TakeAway(this);
    await this.apply();
  }

  /** Whether the filters stand above the list, not beside it. */
  get isNarrow() {
    return !matchMedia("(min-width: 60em)").matches;
  }

  /** Choose a period. @param {Period} period */
  setPeriod({ from, to }) {
    this.form.field("from").value = from;
    this.form.field("to").value = to;
    this.applySoon(TYPING);
  }

  /** @param {number} ms */
  applySoon(ms) {
    clearTimeout(this.#waiting);
    this.#waiting = window.setTimeout(() => this.apply(), ms);
  }

  async apply() {
    clearTimeout(this.#waiting);
    const query = this.form.query();
    const state = this.form.state();
    const isFiltered = query.size > 0;
    const turn = ++this.#turn;
    try {
      await this.load(isFiltered);
      if (turn !== this.#turn || !this.root.isConnected) return;
      if (state.known !== Math.max(0, this.#day)) {
        this.asKnownOn(state.known);
        this.updateRows(state.known, this.form.field("known").value);
        this.#texts = []; // what is looked into is what was known
      }
      this.#day = state.known;
      if (state.words.length && !this.#texts.length) this.#texts = await this.loadTexts();
    } catch (error) {
      this.sayFailed(error);
      return;
    }
    if (turn !== this.#turn || !this.root.isConnected) return;
    performance.mark("chronology:filter");
    const known = this.form.field("known").value;
    find(this.page, ".as-known-on").toggleAttribute("data-set", Boolean(known));
    const matches = match(this.rows, this.form.facets, this.#texts, state);
    this.form.showCounts(matches.counts);
    this.matched = matches.hits;
    this.show(matches.hits, isFiltered);
    this.report(state, matches, query.size);
    this.address.write(query);
    performance.measure("chronology:filtered", "chronology:filter");
    const detail = {
      from: this.form.field("from").value,
      to: this.form.field("to").value,
      known,
      shown: matches.hits.length,
      total: this.rows.length,
      isOn: isFiltered,
    };
    this.root.dispatchEvent(new CustomEvent("chronology:filtered", { detail, bubbles: true }));
  }

  /**
   * @param {State} state
   * @param {Matches} matches
   * @param {number} filters how many fields are filled in
   */
  report(state, { hits, without }, filters) {
    const { words } = this;
    const total = words.count(this.noun, this.rows.length);
    const known = this.form.field("known").value;
    const shown = words.say(known ? "shown.known" : "shown", {
      count: words.number(hits.length),
      total,
      day: known ? words.day(known) : "",
    });
    const isTurned = state.to > 0 && state.from > state.to;
    const help =
      !filters || (hits.length && !isTurned)
        ? ""
        : isTurned
          ? words.say("turned")
          : this.suggestRelaxing(without);
    const chosen = this.form.inWords();
    find(this.result, ".result__filters").textContent = chosen && `: ${chosen}`;
    find(this.root, ".filters__show").textContent = words.count(`show.${this.noun}`, hits.length);
    const said = filters ? shown : words.say("all", { total });
    this.shown = chosen ? `${said}: ${chosen}` : said;
    this.say([said, help].filter(Boolean).join(". "));
    find(this.result, ".result__clear").hidden = !filters;
    find(this.box, ".filters__on").textContent = filters ? words.count("chosen", filters) : "";
  }

  /**
   * What to take back where nothing fits.
   * @param {Map<string, number>} without
   */
  suggestRelaxing(without) {
    const { words } = this;
    const names = [...this.form.facets.map(({ key }) => key), "dates", "words", "known"];
    const ways = names
      .filter((name) => without.has(name))
      .map((name) => {
        const count = words.number(without.get(name) ?? 0);
        return words.say("relax.way", { filter: words.say(`relax.${name}`), count });
      });
    if (!ways.length) return words.say("relax.none");
    return words.say(`relax.${this.noun}`, { ways: ways.join(words.say("relax.or")) });
  }

  /** @param {unknown} error */
  sayFailed(error) {
    const reason = error instanceof Error ? error.message : `${error}`;
    this.say(this.words.say("failed", { error: reason }));
  }

  /** @param {string} text */
  say(text) {
    const output = find(this.result, "output");
    if (output.textContent !== text) output.textContent = text;
  }
}
