// A list with filters: the form, the counts, "N of M", and the address that carries the view
// (?source=…&from=…&to=…&words=…&known=…), so that it can be shared, reloaded and come back to.
// The list is complete without it. pages/timeline.js and pages/differences.js say what theirs hold.
import { dayNumber } from "./lib/data.js";
import { find, make } from "./lib/dom.js";
import { fold } from "./lib/fold.js";

/** @typedef {import("./types").Row} Row */
/** @typedef {import("./types").Facet} Facet */
/** @typedef {import("./types").State} State */
/** @typedef {import("./types").Matches} Matches */
/** @typedef {import("./types").Period} Period */
/** @typedef {import("./types").Choices} Choices */
/** @typedef {import("./lib/words.js").Words} Words */

const SHOWN_CHOICES = 10; // of a facet; the rest unfolds
const TYPING = 120; // ms that typing is waited for
const BETWEEN_WRITES = 350; // ms; browsers allow about three changes of the address a second

/** @template {Row} R */
export class FilteredList {
  /** What the list holds: the beginning of names of messages. */
  noun = "events";
  /** @type {string[]} */
  #texts = [];
  #turn = 0;
  #day = -1;
  #written = -BETWEEN_WRITES;
  /** @type {number | undefined} */
  #waiting;
  /** @type {number | undefined} */
  #writing;

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
    this.form = /** @type {HTMLFormElement} */ (find(root, "form"));
    this.box = /** @type {HTMLDetailsElement} */ (find(root, ".filters"));
    this.result = find(root, ".result");
    this.note = find(this.page, "#known-note");
    this.ownNote = this.note.textContent ?? "";
    /** @type {Facet[]} */
    this.facets = [...this.form.querySelectorAll("fieldset")].flatMap((fieldset) => {
      const key = fieldset.dataset.facet;
      if (!key) return [];
      return [
        { key, fieldset, needsAll: "all" in fieldset.dataset, options: choices[key], choices: [] },
      ];
    });
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

  /** @returns {HTMLInputElement[]} */
  get fields() {
    return [...this.form.elements].filter((field) => field instanceof HTMLInputElement);
  }

  /** @param {string} name */
  field(name) {
    return /** @type {HTMLInputElement} */ (this.form.elements.namedItem(name));
  }

  async start() {
    for (const facet of this.facets) this.renderChoices(facet);
    this.readUrl();
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.apply();
    });
    // By bubbling, fields of the form that stand elsewhere would be missed.
    for (const field of this.fields)
      field.addEventListener("input", () => this.applySoon(field.type === "checkbox" ? 0 : TYPING));
    find(this.result, ".result__clear").addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      this.form.reset();
      this.apply();
      find(this.box, "summary").focus();
    });
    this.box.open = matchMedia("(min-width: 60em)").matches;
    for (const part of [this.box, this.result, find(this.page, ".as-known-on")])
      part.hidden = false;
    await this.apply();
  }

  /** Choose a period. @param {Period} period */
  setPeriod({ from, to }) {
    this.field("from").value = from;
    this.field("to").value = to;
    this.applySoon(TYPING);
  }

  /** The choices of a facet, the most frequent first. @param {Facet} facet */
  renderChoices(facet) {
    const { key, fieldset, options } = facet;
    const counts = options.map(() => 0);
    for (const row of this.rows) for (const n of row.has[key]) counts[n]++;
    const frequent = options
      .map((_, n) => n)
      .filter((n) => counts[n])
      .sort((a, b) => counts[b] - counts[a] || options[a][1].localeCompare(options[b][1]));
    facet.choices = frequent.map((n) => {
      const [id, name] = options[n];
      const box = make("input", { type: "checkbox", name: key, value: id });
      const count = make("span", { className: "filters__n" });
      return { n, box, count, label: make("label", {}, box, make("span", {}, name), " ", count) };
    });
    const labels = facet.choices.map(({ label }) => label);
    const shown = labels.length > SHOWN_CHOICES + 2 ? SHOWN_CHOICES : labels.length;
    fieldset.append(...labels.slice(0, shown));
    if (shown < labels.length) {
      const more = make("summary", {}, this.words.count("more", labels.length - shown));
      fieldset.append(make("details", {}, more, ...labels.slice(shown)));
    }
    fieldset.hidden = !labels.length;
  }

  /** From the address into the form. */
  readUrl() {
    const query = new URLSearchParams(location.search);
    for (const field of this.fields) {
      if (field.type === "checkbox") field.checked = query.getAll(field.name).includes(field.value);
      else field.value = query.get(field.name) ?? "";
      const more = field.checked && field.closest("fieldset > details");
      if (more instanceof HTMLDetailsElement) more.open = true;
    }
  }

  /** @returns {State} */
  state() {
    return {
      chosen: this.facets.map(({ choices }) =>
        choices.filter(({ box }) => box.checked).map(({ n }) => n),
      ),
      from: dayNumber(this.field("from").value),
      to: dayNumber(this.field("to").value),
      words: fold(this.field("words").value).split(/\s+/).filter(Boolean),
      known: dayNumber(this.field("known").value),
    };
  }

  /** @param {number} ms */
  applySoon(ms) {
    clearTimeout(this.#waiting);
    this.#waiting = window.setTimeout(() => this.apply(), ms);
  }

  /**
   * The filters that are set: their names, and whether a row passes.
   * @param {State} state
   * @returns {{ name: string, facet?: Facet, passes: (row: R, n: number) => boolean }[]}
   */
  filters({ chosen, from, to, words, known }) {
    const facets = this.facets.map((facet, f) => {
      const { key, needsAll } = facet;
      const wanted = chosen[f];
      /** @param {R} row */
      const passes = ({ has }) =>
        needsAll
          ? wanted.every((n) => has[key].includes(n))
          : wanted.some((n) => has[key].includes(n));
      return { name: key, facet, isSet: wanted.length > 0, passes };
    });
    return [
      ...facets,
      {
        name: "dates",
        isSet: from > 0 || to > 0,
        passes: (/** @type {R} */ row) => !((from && row.to < from) || (to && row.from > to)),
      },
      {
        name: "words",
        isSet: words.length > 0,
        passes: (/** @type {R} */ _, /** @type {number} */ n) =>
          words.every((word) => this.#texts[n].includes(word)),
      },
      { name: "known", isSet: known > 0, passes: (/** @type {R} */ row) => row.isKnown },
    ].filter(({ isSet }) => isSet);
  }

  /**
   * The rows that pass every filter, and what one filter more or less would make of them.
   * @param {State} state
   * @returns {Matches}
   */
  match(state) {
    const filters = this.filters(state);
    const counts = this.facets.map(({ options }) => options.map(() => 0));
    /** @type {number[]} */
    const hits = [];
    /** @type {Map<string, number>} */
    const without = new Map();
    this.rows.forEach((row, n) => {
      let failing = 0;
      /** @type {typeof filters[0] | undefined} */
      let only;
      for (const filter of filters) {
        if (filter.passes(row, n)) continue;
        only = filter;
        if (++failing > 1) return;
      }
      if (only) without.set(only.name, (without.get(only.name) ?? 0) + 1);
      else hits.push(n);
      // A choice more of the one facet that fails would let the row in.
      this.facets.forEach((facet, f) => {
        if (!only || (only.facet === facet && !facet.needsAll))
          for (const value of row.has[facet.key]) counts[f][value]++;
      });
    });
    return { hits, counts, without };
  }

  async apply() {
    clearTimeout(this.#waiting);
    const entries = [...new FormData(this.form)].map(([name, value]) => [name, `${value}`]);
    const query = new URLSearchParams(entries.filter(([, value]) => value.trim()));
    const state = this.state();
    const isFiltered = query.size > 0;
    const turn = ++this.#turn;
    try {
      await this.load(isFiltered);
      if (turn !== this.#turn || !this.root.isConnected) return;
      if (state.known !== Math.max(0, this.#day)) {
        this.asKnownOn(state.known);
        this.updateRows(state.known, this.field("known").value);
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
    const known = this.field("known").value;
    const matches = this.match(state);
    this.facets.forEach(({ choices }, f) => {
      for (const { n, box, count, label } of choices) {
        const rows = matches.counts[f][n];
        count.textContent = `${rows}`;
        label.classList.toggle("filters__none", !rows && !box.checked);
      }
    });
    this.show(matches.hits, isFiltered);
    this.report(state, matches, query.size);
    this.writeUrl(query);
    performance.measure("chronology:filtered", "chronology:filter");
    const detail = {
      from: this.field("from").value,
      to: this.field("to").value,
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
    const known = this.field("known").value;
    const shown = words.say(known ? "shown.known" : "shown", {
      count: words.number(hits.length),
      total,
      day: known ? words.day(known) : "",
    });
    const isTurned = state.to > 0 && state.from > state.to;
    const help = isTurned ? words.say("turned") : hits.length ? "" : this.suggestRelaxing(without);
    this.say(filters ? [shown, help].filter(Boolean).join(". ") : words.say("all", { total }));
    find(this.result, ".result__clear").hidden = !filters;
    find(this.box, ".filters__on").textContent = filters ? words.count("chosen", filters) : "";
  }

  /**
   * What to take back where nothing fits.
   * @param {Map<string, number>} without
   */
  suggestRelaxing(without) {
    const { words } = this;
    const names = [...this.facets.map(({ key }) => key), "dates", "words", "known"];
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

  /** The first change at once, then not too often. @param {URLSearchParams} query */
  writeUrl(query) {
    clearTimeout(this.#writing);
    const path = location.pathname;
    const text = query.toString();
    const wait = BETWEEN_WRITES - (performance.now() - this.#written);
    this.#writing = window.setTimeout(
      () => {
        if (!this.root.isConnected || location.pathname !== path) return;
        this.#written = performance.now();
        history.replaceState(history.state, "", (text ? `?${text}` : path) + location.hash);
      },
      Math.max(0, wait),
    );
  }
}
