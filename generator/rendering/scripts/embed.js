// The code by which others frame a small page of the site, with the day in "as known on".
import { chosenDay } from "./as-known-on.js";
import { copy } from "./copying.js";
import { fetchData, ROOT } from "./lib/data.js";
import { find, statusIn } from "./lib/dom.js";

export class Embed {
  #turn = 0;

  /** @param {HTMLElement} box */
  constructor(box) {
    this.box = /** @type {HTMLDetailsElement} */ (box);
    this.code = find(box, "code");
    this.link = /** @type {HTMLAnchorElement} */ (find(box, "a"));
    const [, site = ""] = /src="(.*?)embed\//.exec(this.code.textContent ?? "") ?? [];
    this.site = site;
    const button = find(box, "button");
    button.hidden = !navigator.clipboard;
    const text = () => this.code.textContent ?? "";
    const status = statusIn(button.closest("p") ?? box);
    button.addEventListener("click", () => copy(text, status, this.code));
  }

  /**
   * Offer the embed at an address below embed/, or none.
   * @param {string | null} address
   * @param {string} day
   */
  async show(address, day) {
    const turn = ++this.#turn;
    this.box.hidden = address === null;
    if (address === null) return;
    const url = new URL(`embed/${address}`, ROOT);
    let title = "";
    try {
      // Not parsed as a whole: the policy of this page is against the style in it.
      const page = await (await fetchData(url)).text();
      if (turn !== this.#turn) return;
      const [head = ""] = /<title>[^<]*<\/title>/.exec(page) ?? [];
      title = new DOMParser().parseFromString(head, "text/html").title;
      if (day) url.hash = stateOn(page, day);
    } catch {
      this.box.hidden = true;
      return;
    }
    this.link.href = url.href;
    const shown = url.href.replace(ROOT.href, this.site);
    const frame = this.code.textContent ?? "";
    this.code.textContent = frame
      .replace(/src="[^"]*"/, `src="${shown}"`)
      .replace(
        /title="[^"]*"/,
        () => `title="${title.replace(/[&"<]/g, (c) => `&#${c.charCodeAt(0)};`)}"`,
      );
  }
}

/**
 * The fragment by which an embed shows what was known on a day: its last state up to then.
 * @param {string} page
 * @param {string} day
 */
function stateOn(page, day) {
  const days = [...page.matchAll(/class="known" id="([^"]+)"/g)].map(([, id]) => id);
  return days.findLast((id) => id <= `known-${day}`) ?? "";
}

/** Begin with a box that is open, or being opened. @param {HTMLElement} box */
export function start(box) {
  const embed = new Embed(box);
  const address = embed.link.pathname.split("/embed/")[1] ?? "";
  const keepDay = () => {
    if (embed.box.open && chosenDay()) embed.show(address, chosenDay());
  };
  keepDay();
  box.addEventListener("toggle", keepDay);
}
