// What an event's page offers to copy: the event's citation and each account's. A first visit copies nothing, so
// what does it is fetched when it is asked for.
import { all, find, make, statusIn } from "./lib/dom.js";

/** The links of accounts to their own rows. */
const OF_ACCOUNTS = ".accounts th a[href^='#']";
const copying = () => import("./copying.js");

/**
 * Each control that copies shows itself; without a clipboard, only what is selected by hand is left.
 * @param {HTMLElement} page
 */
export function offerCopying(page) {
  const forms = page.querySelector("a[href='cite.txt']");
  if (forms instanceof HTMLAnchorElement)
    forms.addEventListener("click", async (event) => {
      event.preventDefault();
      try {
        await (await copying()).openForms(page, forms);
      } catch {
        location.href = forms.href;
      }
    });
  if (!navigator.clipboard) return;
  for (const button of all(page, "button[data-copy]")) {
    const source = find(document, `#${button.dataset.copy}`);
    button.hidden = false;
    const status = statusIn(button.closest("p") ?? page);
    button.addEventListener("click", async () => {
      const { copy, textOf } = await copying();
      copy(() => textOf(source), status, source);
    });
  }
  for (const link of all(page, OF_ACCOUNTS)) {
    const status = make("span");
    status.setAttribute("role", "status");
    link.after(" ", status);
    // The link is followed as well: the address bar then holds the account's own.
    link.addEventListener("click", async () => {
      const { accountText, copy } = await copying();
      copy(() => accountText(page, link), status);
    });
  }
}
