// Citing an event or one of its accounts: what is copied, and in which form.
import { all, find, make, statusIn } from "./lib/dom.js";
import { Words } from "./lib/words.js";

/** @typedef {() => string | Promise<string>} Text */

/** The link of an account to its own row. */
const TO_ITSELF = "a[href^='#']";
const OF_ACCOUNTS = `.accounts th ${TO_ITSELF}`;

/**
 * Each control that copies shows itself; without a clipboard, only what is selected by hand is left.
 * @param {HTMLElement} page
 */
export function offerCopying(page) {
  const forms = page.querySelector("a[href='cite.txt']");
  if (forms instanceof HTMLAnchorElement) offerForms(page, forms);
  if (!navigator.clipboard) return;
  for (const button of all(page, "button[data-copy]")) {
    const source = find(document, `#${button.dataset.copy}`);
    button.hidden = false;
    const status = statusIn(button.closest("p") ?? page);
    button.addEventListener("click", () => copy(() => textOf(source), status, source));
  }
  for (const link of all(page, OF_ACCOUNTS)) {
    const status = make("span");
    status.setAttribute("role", "status");
    link.after(" ", status);
    // The link is followed as well: the address bar then holds the account's own.
    link.addEventListener("click", () => copy(() => accountText(page, link), status));
  }
}

/**
 * The citation and the permalink of a page that is shown as known on a day.
 * @param {HTMLElement} page
 * @param {string} day
 * @param {Words} words
 */
export function citeAsKnown(page, day, words) {
  const link = page.querySelector("#cite-link");
  find(page, "#cite-text").insertBefore(
    document.createTextNode(` ${words.say("cite.known", { day: words.day(day) })} `),
    link,
  );
  if (!(link instanceof HTMLAnchorElement)) return;
  link.textContent = `${textOf(link)}?known=${day}`;
  link.href = `${link.href}?known=${day}`;
}

/** @param {Element} element */
const textOf = (element) => (element.textContent ?? "").replace(/\s+/g, " ").trim();

/**
 * @param {HTMLElement} page
 * @param {HTMLElement} link
 */
async function accountText(page, link) {
  const words = await Words.load();
  const head = /** @type {HTMLElement} */ (find(link.closest("tr") ?? page, "th").cloneNode(true));
  for (const own of all(head, `${TO_ITSELF}, [role=status]`)) own.remove();
  const event = textOf(find(page, "#cite-text"));
  const url = page.querySelector("#cite-link") ? /** @type {HTMLAnchorElement} */ (link).hash : "";
  return `${words.say("cite.account", { account: textOf(head), event })}${url}`;
}

/**
 * The file with the forms opens in the page, each with its button.
 * @param {HTMLElement} page
 * @param {HTMLAnchorElement} link
 */
function offerForms(page, link) {
  link.addEventListener("click", async (event) => {
    event.preventDefault();
    try {
      const response = await fetch(link.href);
      if (!response.ok) throw new Error(`${response.status}`);
      await showForms(page, link, await response.text());
    } catch {
      location.href = link.href;
    }
  });
}

/**
 * @param {HTMLElement} page
 * @param {HTMLAnchorElement} link
 * @param {string} text
 */
async function showForms(page, link, text) {
  const words = await Words.load();
  const permalink = page.querySelector("#cite-link")?.textContent ?? "";
  const [plain = "", known = ""] = permalink.split("?");
  const line = link.closest("p") ?? page;
  const status = statusIn(line);
  for (const part of text.trim().split("\n\n").slice(1).reverse()) {
    const [name = "", ...lines] = part.split("\n");
    let form = lines.join("\n");
    if (known) form = form.replaceAll(plain, permalink);
    const shown = make("pre", {}, form);
    const button = make("button", { type: "button" }, words.say("copy.form", { form: name }));
    button.addEventListener("click", () => copy(() => form, status, shown));
    line.after(make("p", {}, button), shown);
  }
  link.remove();
}

/**
 * @param {Text} text
 * @param {HTMLElement} status
 * @param {Element} [source] what is selected instead, where nothing may be copied
 */
export async function copy(text, status, source) {
  const words = await Words.load();
  try {
    await navigator.clipboard.writeText(await text());
    status.textContent = words.say("copied");
  } catch {
    if (source) getSelection()?.selectAllChildren(source);
    status.textContent = words.say("selected");
  }
  setTimeout(() => {
    status.textContent = "";
  }, 4000);
}
