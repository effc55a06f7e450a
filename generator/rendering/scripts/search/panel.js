// The panel of the search: what is typed, the filters, and the results in their groups.
import { ROOT } from "../lib/data.js";
import { all, find, isShown, make } from "../lib/dom.js";
import { Words } from "../lib/words.js";
import { Engine } from "./engine.js";
import { ChoiceFilters } from "./filters.js";
import { close } from "./keys.js";
import { bestSentence, marked, shortened } from "./marks.js";

/** @typedef {import("../types").Found} Found */
/** @typedef {import("../types").Term} Term */

const TYPING = 60; // ms that typing is waited for
const SHOWN = { event: 6, other: 3 }; // of a group
const MORE = 20;

/** @type {Panel | undefined} */
let panel;

/** @param {HTMLElement} box */
export function panelOf(box) {
  panel ??= new Panel(box);
  return panel;
}

class Panel {
  #turn = 0;
  /** @type {number | undefined} */
  #waiting;
  /** @type {Promise<[Engine, Words]> | undefined} */
  #loaded;

  /** @param {HTMLElement} box */
  constructor(box) {
    this.box = box;
    this.form = /** @type {HTMLFormElement} */ (find(box, "form"));
    this.field = /** @type {HTMLInputElement} */ (find(box, "input"));
    this.status = find(box, ".search__status");
    this.list = find(box, ".search__list");
    this.filters = new ChoiceFilters(find(box, ".search__filters"), () => this.apply());
    this.field.addEventListener("input", () => {
      clearTimeout(this.#waiting);
      this.#waiting = window.setTimeout(() => this.apply(), TYPING);
    });
    this.form.addEventListener("reset", () => {
      if (!this.field.value) {
        close(box);
        return;
      }
      this.filters.clear();
      window.setTimeout(() => this.apply());
      this.field.focus();
    });
    box.addEventListener("keydown", (event) => this.key(event));
    for (const name of ["focusin", "pointerdown"])
      document.addEventListener(name, ({ target }) => {
        if (target instanceof Node && !box.contains(target)) close(box);
      });
    this.list.addEventListener("click", ({ target }) => {
      if (target instanceof Element && target.closest("a")) close(box);
    });
    if (this.field.value) this.apply();
  }

  /** Go to the first result for what is typed now. */
  async openBest() {
    clearTimeout(this.#waiting);
    await this.apply();
    all(this.list, "a")[0]?.click();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    if (event.target instanceof HTMLSelectElement) return;
    const stops = [this.field, ...all(this.list, "a, button").filter(isShown)];
    const at = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const next = at + (event.key === "ArrowDown" ? 1 : -1);
    event.preventDefault();
    stops[(next + stops.length) % stops.length].focus();
  }

  /** Show what is found for what is typed. */
  async apply() {
    const turn = ++this.#turn;
    const typed = this.field.value.trim();
    if (!typed) {
      this.show("", []);
      return;
    }
    try {
      this.#loaded ??= Promise.all([Engine.load(), Words.load()]);
      const [engine, words] = await this.#loaded;
      await this.filters.offer(engine, words);
      const found = await engine.find(typed);
      const hits = this.filters.passing(found.hits);
      const groups = await this.groups(engine, words, found, hits);
      if (turn !== this.#turn) return;
      const count = words.count("search.results", hits.length);
      const some = found.hasAll || !hits.length ? "" : ` ${words.say("search.some")}`;
      this.show(hits.length ? count + some : words.say("search.none"), groups);
      this.box.dataset.found = typed;
    } catch (error) {
      this.#loaded = undefined;
      if (turn === this.#turn) this.show(`${error instanceof Error ? error.message : error}`, []);
    }
  }

  /** @param {string} status @param {HTMLElement[]} groups */
  show(status, groups) {
    this.status.textContent = status;
    this.list.replaceChildren(...groups);
    this.filters.box.hidden = !this.field.value.trim();
  }

  /**
   * @param {Engine} engine
   * @param {Words} words
   * @param {Found} found
   * @param {number[]} hits
   */
  async groups(engine, words, { terms }, hits) {
    const groups = engine.groups.map(async ({ group, from, to }) => {
      const own = hits.filter((n) => n >= from && n < to);
      const list = make("ol");
      const name = make("p", { className: "search__group" }, words.say(`search.${group}`), " ");
      name.append(make("span", { className: "search__count" }, words.number(own.length)));
      name.id = `search_${group}`;
      list.setAttribute("aria-labelledby", name.id);
      const more = make("button", { type: "button", className: "search__more" });
      /** @param {number} count */
      const extend = async (count) => {
        const shown = list.children.length;
        const rows = own.slice(shown, shown + count).map((n) => this.row(engine, n, terms));
        list.append(...(await Promise.all(rows)));
        const left = own.length - list.children.length;
        more.hidden = !left;
        more.textContent = words.count("search.more", Math.min(left, MORE));
        return shown;
      };
      more.addEventListener("click", async () => {
        const shown = await extend(MORE);
        list.children[shown]?.querySelector("a")?.focus();
      });
      await extend(group === "event" ? SHOWN.event : SHOWN.other);
      return own.length ? [name, list, more] : [];
    });
    return (await Promise.all(groups)).flat();
  }

  /**
   * @param {Engine} engine
   * @param {number} n
   * @param {Term[]} terms
   */
  async row(engine, n, terms) {
    const [url, title, date, kind, names, texts] = await engine.record(n);
    const href = new URL(url, ROOT);
    href.searchParams.set("h", this.field.value.trim());
    const sentence = bestSentence([...texts, ...names], terms) || shortened(texts[0] ?? "");
    const about = [date, kind].filter(Boolean).join(" · ");
    const row = make(
      "li",
      {},
      make("a", { href: href.href, dir: "auto" }, ...marked(title, terms)),
    );
    if (about) row.append(make("p", { className: "search__about" }, about));
    if (sentence && sentence !== title)
      row.append(make("p", { dir: "auto" }, ...marked(sentence, terms)));
    return row;
  }
}
