// A long list of actors, places or sources, on one page or several: found by words, and fetched from where it stands.
// Data: the file actors-list and its like, described in generator/rendering/filters/registry_index.py.
import { chosenDay, hideLater } from "../as-known-on.js";
import { HitList } from "../hit-list.js";
import { dayNumber, fetchJson, fetchPage, ROOT } from "../lib/data.js";
import { all, find, isShown, make } from "../lib/dom.js";
import { fold } from "../lib/fold.js";
import { Words } from "../lib/words.js";
import { ViewAddress } from "../view-address.js";

/** @typedef {import("../types").RegistryIndex} RegistryIndex */

const AT_ONCE = 60;
const TYPING = 120; // ms that typing is waited for

class RegistryList {
  /** What stands below the filter, and is hidden while something is looked for. @type {HTMLElement[]} */
  #hidden = [];
  /** The items of each page. @type {Map<string, Promise<HTMLElement[]>>} */
  #fetched = new Map();
  #turn = 0;
  /** @type {number | undefined} */
  #waiting;

  /**
   * @param {HTMLElement} form
   * @param {Words} words
   */
  constructor(form, words) {
    this.form = form;
    this.words = words;
    this.name = form.dataset.registry ?? "";
    this.field = /** @type {HTMLInputElement} */ (find(form, "input"));
    this.output = find(form, "output");
    this.address = new ViewAddress(form);
    this.hits = new HitList(form, "registry-hits", AT_ONCE, words, words.say("found.any"));
  }

  applySoon() {
    clearTimeout(this.#waiting);
    this.#waiting = window.setTimeout(() => this.apply(), TYPING);
  }

  async apply() {
    const turn = ++this.#turn;
    const typed = this.field.value.trim();
    const query = new URLSearchParams(location.search);
    if (typed) query.set("words", typed);
    else query.delete("words");
    this.address.write(query);
    if (!typed) {
      this.hits.clear();
      this.output.textContent = "";
      for (const part of this.#hidden.splice(0)) part.hidden = false;
      return;
    }
    try {
      /** @type {RegistryIndex} */
      const index = await fetchJson(`data/${this.name}-list.json`);
      if (turn !== this.#turn || !this.form.isConnected) return;
      const by = dayNumber(chosenDay()) || Infinity;
      const looked = fold(typed).split(" ");
      const known = index.items.map((_, n) => n).filter((n) => index.items[n][1] <= by);
      const found = known.filter((n) => looked.every((word) => index.items[n][0].includes(word)));
      await this.show(index, found);
      if (turn !== this.#turn) return;
      const total = this.words.count(this.name, known.length);
      this.output.textContent = found.length
        ? this.words.say("shown", { count: this.words.number(found.length), total })
        : this.words.say("search.none");
    } catch (error) {
      const reason = error instanceof Error ? error.message : `${error}`;
      this.output.textContent = this.words.say("failed", { error: reason });
    }
  }

  /**
   * @param {RegistryIndex} index
   * @param {number[]} found
   */
  async show(index, found) {
    for (let part = this.form.nextElementSibling; part; part = part.nextElementSibling)
      if (isShown(part) && !part.matches(".hits, footer, .page-aside"))
        this.#hidden.push(/** @type {HTMLElement} */ (part));
    /** @type {Map<string, HTMLElement>} */
    const lists = new Map();
    /** @type {Promise<unknown>} */
    let before = Promise.resolve();
    await this.hits.show(found, (n) => {
      const fetched = this.item(index, n);
      const placed = before.then(async () => {
        const { parentElement: from } = await fetched;
        const item = /** @type {HTMLElement} */ ((await fetched).cloneNode(true));
        item.removeAttribute("id");
        const group = from?.previousElementSibling?.textContent ?? "";
        const list = lists.get(group) ?? make("ul", { className: from?.className ?? "" });
        if (!list.parentElement) {
          const heading = make("li", {}, make("h3", {}, group), list);
          heading.dataset.group = "";
        }
        lists.set(group, list);
        list.append(item);
        return item;
      });
      before = placed; // pages may come in another order than that of the list
      return placed;
    });
    for (const part of this.#hidden) part.hidden = true;
  }

  /**
   * An item of the list, as it stands on its page.
   * @param {RegistryIndex} index
   * @param {number} n
   */
  async item({ parts }, n) {
    let start = 0;
    let part = 0;
    while (n - start >= parts[part][1]) start += parts[part++][1];
    const [address, count] = parts[part];
    const items = this.#fetched.get(address) ?? this.fetchItems(address);
    this.#fetched.set(address, items);
    const found = await items;
    if (found.length !== count) throw new Error("the list is of another day");
    return found[n - start];
  }

  /** @param {string} address of a page of the list */
  async fetchItems(address) {
    const page = await fetchPage(new URL(`${this.name}/${address}`, ROOT));
    hideLater(page, chosenDay());
    return all(page, ".registry-list > li");
  }
}

/** @param {HTMLElement} form */
export async function start(form) {
  const list = new RegistryList(form, await Words.load());
  list.field.value ||= new URLSearchParams(location.search).get("words") ?? "";
  list.field.addEventListener("input", () => list.applySoon());
  form.addEventListener("submit", (event) => event.preventDefault());
  if (list.field.value) await list.apply();
}
