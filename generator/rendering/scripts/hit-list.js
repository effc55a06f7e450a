// What was found, where it does not stand on the page: so many at once, and more when asked for.
import { find, make } from "./lib/dom.js";

/** @typedef {import("./lib/words.js").Words} Words */

export class HitList {
  /** @type {HTMLElement | null} */
  #section = null;
  #turn = 0;

  /**
   * @param {HTMLElement} place what the hits stand behind
   * @param {string} className of the list
   * @param {number} atOnce
   * @param {Words} words
   * @param {string} title what was found
   */
  constructor(place, className, atOnce, words, title = words.say("found")) {
    this.place = place;
    this.className = className;
    this.atOnce = atOnce;
    this.words = words;
    this.title = title;
  }

  /** Take the hits away. */
  clear() {
    this.#turn++;
    this.#section?.remove();
    this.#section = null;
  }

  /**
   * Show these rows in place of others. Several of them may give the same element, or stand in the same group.
   * @param {number[]} hits
   * @param {(n: number) => HTMLElement | Promise<HTMLElement>} row
   */
  async show(hits, row) {
    const turn = ++this.#turn;
    let drawn = 0;
    const list = make("ol", { className: this.className });
    const more = make("button", { type: "button" });
    const add = async () => {
      const rows = await Promise.all(hits.slice(drawn, drawn + this.atOnce).map(row));
      if (turn !== this.#turn) return;
      list.append(...rows.map((one) => one.closest("[data-group]") ?? one));
      drawn += rows.length;
      const rest = hits.length - drawn;
      more.hidden = !rest;
      const count = Math.min(rest, this.atOnce);
      more.textContent = this.words.say("show-more", { count, total: this.words.number(rest) });
      return rows[0];
    };
    more.addEventListener("click", async () => {
      const first = await add();
      if (first) find(first, "a").focus();
    });
    await add();
    if (turn !== this.#turn) return;
    const title = make("h2", { className: "visually-hidden" }, this.title);
    const section = make("section", { className: "hits" }, title, list, more);
    this.#section?.remove();
    this.#section = section;
    this.place.after(section);
  }
}
