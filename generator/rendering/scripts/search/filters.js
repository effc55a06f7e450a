// The filters of the search: kind, actor, place, source and years. They keep events alone, which have all of these.
import { find, make } from "../lib/dom.js";

/** @typedef {import("./engine.js").Engine} Engine */
/** @typedef {import("../lib/words.js").Words} Words */
/** @typedef {import("../types").SearchChoices} SearchChoices */

export class ChoiceFilters {
  /** @type {Map<string, Map<string, Set<number>>>} the records that have a choice, by filter */
  #having = new Map();
  #isOffered = false;

  /**
   * @param {HTMLElement} box
   * @param {() => void} changed
   */
  constructor(box, changed) {
    this.box = /** @type {HTMLDetailsElement} */ (box);
    this.changed = changed;
  }

  /** Name the filters; their choices are fetched when a reader opens them.
   * @param {Engine} engine
   * @param {Words} words
   */
  async offer(engine, words) {
    if (this.#isOffered) return;
    this.#isOffered = true;
    find(this.box, "summary").textContent = words.say("search.filters");
    this.box.addEventListener("toggle", async () => this.fill(await engine.choices(), words), {
      once: true,
    });
  }

  /** @param {SearchChoices} choices @param {Words} words */
  fill(choices, words) {
    for (const key of ["kind", "actor", "place", "source"])
      this.add(key, words.say(`search.by-${key}`), key, choices, words);
    this.add("year", words.say("search.from"), "from", choices, words);
    this.add("year", words.say("search.to"), "to", choices, words);
  }

  /**
   * @param {string} key
   * @param {string} label
   * @param {string} name
   * @param {SearchChoices} choices
   * @param {Words} words
   */
  add(key, label, name, choices, words) {
    if (choices[key].length < 2) return;
    const select = make("select", { name });
    select.append(make("option", { value: "" }, words.say("search.any")));
    const having = new Map();
    for (const [id, text, steps] of choices[key]) {
      let n = 0;
      having.set(id, new Set(steps.map((step) => (n += step))));
      select.append(make("option", { value: id }, text));
    }
    this.#having.set(key, having);
    select.addEventListener("change", this.changed);
    this.box.append(make("label", {}, make("span", {}, label), select));
  }

  get selects() {
    return [...this.box.querySelectorAll("select")];
  }

  clear() {
    for (const select of this.selects) select.value = "";
  }

  /** Those of some records that pass every filter. @param {number[]} hits */
  passing(hits) {
    const values = Object.fromEntries(this.selects.map(({ name, value }) => [name, value]));
    let passing = hits;
    for (const key of ["kind", "actor", "place", "source"])
      if (values[key]) {
        const having = this.#having.get(key)?.get(values[key]);
        passing = passing.filter((n) => having?.has(n));
      }
    if (values.from || values.to) {
      const years = [...(this.#having.get("year") ?? [])]
        .filter(
          ([year]) => (!values.from || year >= values.from) && (!values.to || year <= values.to),
        )
        .map(([, having]) => having);
      passing = passing.filter((n) => years.some((having) => having.has(n)));
    }
    return passing;
  }
}
