// Words that scripts show: the messages of generator/rendering/language/scripts.py, in the language of the site.
import { fetchJson } from "./data.js";

/** @typedef {Record<string, string | number>} Values */

export class Words {
  /** @param {Record<string, string>} messages */
  constructor(messages) {
    this.messages = messages;
    this.locale = messages.locale;
    this.plural = new Intl.PluralRules(this.locale);
    this.list = new Intl.ListFormat(this.locale);
  }

  /** The words of the site.
   * @returns {Promise<Words>}
   */
  static async load() {
    return new Words(await fetchJson("assets/chronology/messages.json"));
  }

  /**
   * @param {string} name
   * @param {Values} [values]
   */
  say(name, values = {}) {
    return (this.messages[name] ?? "").replace(/%\((\w+)\)s/g, (_, key) => `${values[key]}`);
  }

  /**
   * The message in the form for a count.
   * @param {string} name
   * @param {number} n
   * @param {Values} [values]
   */
  count(name, n, values = {}) {
    const form = `${name}.${this.plural.select(n)}`;
    return this.say(form in this.messages ? form : `${name}.other`, {
      ...values,
      count: this.number(n),
    });
  }

  /** Names, any of which may hold: "Upstream or Downstream". @param {string[]} names */
  either(names) {
    return new Intl.ListFormat(this.locale, { type: "disjunction" }).format(names);
  }

  /** @param {number} n */
  number(n) {
    return n.toLocaleString(this.locale);
  }

  /**
   * "2021-05-06" as 6 May 2021.
   * @param {string} iso
   */
  day(iso) {
    const [year, month, day] = iso.split("-").map(Number);
    return this.say(`day.${month}`, { day: day === 1 ? this.messages["day.first"] : day, year });
  }

  /**
   * Put elements into a list in words: "4, 12 and 19".
   * @param {Element} list
   * @param {Element[]} items
   */
  join(list, items) {
    const parts = this.list.formatToParts(items.map((_, n) => `${n}`));
    list.replaceChildren(
      ...parts.map(({ type, value }) => (type === "element" ? items[Number(value)] : value)),
    );
  }
}
