// The form of a filtered list: its fields, the choices of each facet with their counts, and what is set.
import { dayNumber } from "./lib/data.js";
import { find, make } from "./lib/dom.js";
import { fold } from "./lib/fold.js";

/** @typedef {import("./types").Row} Row */
/** @typedef {import("./types").Facet} Facet */
/** @typedef {import("./types").State} State */
/** @typedef {import("./types").Choices} Choices */
/** @typedef {import("./lib/words.js").Words} Words */

const SHOWN_CHOICES = 10; // of a facet; the rest unfolds

export class FilterForm {
  /**
   * @param {HTMLElement} root what holds the form
   * @param {Choices} choices
   * @param {Words} words
   */
  constructor(root, choices, words) {
    this.words = words;
    this.form = /** @type {HTMLFormElement} */ (find(root, "form"));
    /** @type {Facet[]} */
    this.facets = [...this.form.querySelectorAll("fieldset")].flatMap((fieldset) => {
      const key = fieldset.dataset.facet;
      if (!key) return [];
      return [{ key, fieldset, options: choices[key], choices: [] }];
    });
  }

  /** @returns {HTMLInputElement[]} */
  get fields() {
    return [...this.form.elements].filter((field) => field instanceof HTMLInputElement);
  }

  /** @param {string} name */
  field(name) {
    return /** @type {HTMLInputElement} */ (this.form.elements.namedItem(name));
  }

  /** The choices of a facet, the most frequent first. @param {Facet} facet @param {Row[]} rows */
  renderChoices(facet, rows) {
    const { key, fieldset, options } = facet;
    const counts = options.map(() => 0);
    const { compare } = new Intl.Collator(this.words.locale);
    for (const row of rows) for (const n of row.has[key]) counts[n]++;
    const frequent = options
      .map((_, n) => n)
      .filter((n) => counts[n])
      .sort((a, b) => counts[b] - counts[a] || compare(options[a][1], options[b][1]));
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

  /** What is set, as an address says it. */
  query() {
    const entries = [...new FormData(this.form)].map(([name, value]) => [name, `${value}`]);
    return new URLSearchParams(entries.filter(([, value]) => value.trim()));
  }

  /** What is chosen, in words, facet by facet: "place River Bend or Karsk". */
  inWords() {
    const { words } = this;
    const said = this.facets.flatMap(({ key, choices, options }) => {
      const names = choices.filter(({ box }) => box.checked).map(({ n }) => options[n][1]);
      return names.length ? [words.say(`filter.${key}`, { names: words.either(names) })] : [];
    });
    const [from, to, typed] = ["from", "to", "words"].map((name) => this.field(name).value.trim());
    if (from) said.push(words.say("band.from", { day: words.day(from) }));
    if (to) said.push(words.say("band.to", { day: words.day(to) }));
    if (typed) said.push(words.say("filter.words", { words: typed }));
    return said.join(", ");
  }

  /** How many rows each choice would leave. @param {number[][]} counts */
  showCounts(counts) {
    this.facets.forEach(({ choices }, f) => {
      for (const { n, box, count, label } of choices) {
        const rows = counts[f][n];
        count.textContent = `${rows}`;
        label.classList.toggle("filters__none", !rows && !box.checked);
      }
    });
  }
}
