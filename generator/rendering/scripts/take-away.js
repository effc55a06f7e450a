// Taking the events of a filtered list along: as files, by its address, and as an embed.
import { copy } from "./copying.js";
import { Embed } from "./embed.js";
import { EventIndex } from "./event-index.js";
import { fetchData, fetchJson, ROOT } from "./lib/data.js";
import { all, find, make } from "./lib/dom.js";
import { calendar, geojson, json, table } from "./take-files.js";

/** @typedef {import("./types").Selection} Selection */
/** @typedef {import("./types").Taken} Taken */

const TYPES = {
  csv: "text/csv",
  json: "application/json",
  ics: "text/calendar",
  geojson: "application/geo+json",
};

export class TakeAway {
  /** @param {Taken} list */
  constructor(list) {
    this.list = list;
    this.words = list.words;
    this.box = find(list.root, ".take");
    this.status = find(this.box, ".take__status");
    for (const button of all(this.box, "button[value]"))
      button.addEventListener("click", () => this.save(/** @type {any} */ (button).value));
    const link = find(this.box, ".take__link");
    link.addEventListener("click", () => copy(() => this.address, this.status));
    link.hidden = !navigator.clipboard;
    const embed = this.box.querySelector(".embed");
    if (embed instanceof HTMLElement) {
      this.embed = new Embed(embed);
      this.box.addEventListener("toggle", () => this.update(), true);
      list.root.addEventListener("chronology:filtered", () => this.update());
    }
    this.box.hidden = false;
  }

  /** That of the list with its filters, which the address bar may not have yet. */
  get address() {
    const query = this.list.form.query().toString();
    return location.origin + location.pathname + (query ? `?${query}` : "");
  }

  /** @returns {Promise<Selection>} */
  async selection() {
    const { form, words } = this.list;
    const { title = "", licence = "", changed = "" } = this.box.dataset;
    const known = form.field("known").value;
    const [ids, accounts] = await Promise.all([this.list.takenIds(), this.countAccounts()]);
    const citation = words.say("take.citation", {
      events: this.list.shown,
      chronology: title,
      day: changed ? words.day(changed) : "",
    });
    const about = {
      address: this.address,
      citation: `${citation} ${this.address}`,
      licence,
      as_of: changed,
      retrieved: new Date().toISOString().slice(0, 10),
      known,
    };
    const later = new Set(
      this.list.sources.filter(([, , day]) => known && day > form.state().known).map(([id]) => id),
    );
    return {
      about,
      accounts: new Map(ids.map((id) => [id, accounts.get(id) ?? 0])),
      root: ROOT.href,
      isKnown: (source) => !later.has(source),
    };
  }

  /** How many accounts of each event are known, by its id. */
  async countAccounts() {
    const [index, titles] = await Promise.all([
      fetchJson("data/timeline-index.json"),
      fetchJson("data/timeline-titles.json"),
    ]);
    const { rows } = new EventIndex(index, this.words, this.list.form.state().known);
    return new Map(
      titles.map((/** @type {string[]} */ [id], /** @type {number} */ n) => [
        id,
        rows[n].knownAccounts,
      ]),
    );
  }

  /** @param {keyof typeof TYPES} kind */
  async save(kind) {
    try {
      const file = await this.file(kind, await this.selection());
      if (!file) {
        this.status.textContent = this.words.say("take.no-days");
        return;
      }
      const href = URL.createObjectURL(new Blob([file], { type: TYPES[kind] }));
      make("a", { href, download: `events.${kind}` }).click();
      setTimeout(() => URL.revokeObjectURL(href), 60_000);
      this.status.textContent = this.words.say("take.saved", { file: `events.${kind}` });
    } catch (error) {
      const reason = error instanceof Error ? error.message : `${error}`;
      this.status.textContent = this.words.say("take.failed", { error: reason });
    }
  }

  /**
   * @param {keyof typeof TYPES} kind
   * @param {Selection} selection
   */
  async file(kind, selection) {
    if (kind === "json") return json(await fetchJson("data/chronology.json"), selection);
    if (kind === "geojson") return geojson(await fetchJson("data/places.geojson"), selection);
    if (kind === "csv") return table(await (await fetchData("data/events.csv")).text(), selection);
    const answer = await fetchData("data/chronology.ics").catch(() => null);
    const { about } = selection;
    const made =
      answer &&
      calendar(await answer.text(), selection, (left) =>
        [about.citation, about.licence, left ? this.words.count("take.undated", left) : ""]
          .filter(Boolean)
          .join(" "),
      );
    return made?.includes("BEGIN:VEVENT") ? made : "";
  }

  /** An embed holds one filter and the day; where there are more, the page says which are too many. */
  update() {
    if (!(this.embed && /** @type {HTMLDetailsElement} */ (this.box).open)) return;
    const query = this.list.form.query();
    const known = query.get("known") ?? "";
    query.delete("known");
    const address = embedded(query);
    const note = find(this.box, ".take__embed-note");
    note.hidden = address !== null;
    this.embed.show(address, known);
  }
}

/**
 * The embed of a list with these filters, below embed/; null where there is none.
 * @param {URLSearchParams} query
 */
export function embedded(query) {
  const set = [...query];
  if (!set.length) return "timeline/";
  const [[name, value]] = set;
  const year = /^(\d{4})-01-01$/.exec(query.get("from") ?? "")?.[1];
  if (set.length === 2 && year && query.get("to") === `${year}-12-31`) return `${year}/`;
  return set.length === 1 && ["actor", "place", "kind"].includes(name)
    ? `${name}s/${value}/`
    : null;
}
