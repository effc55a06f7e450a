// Copying: what is copied of an event, in which form, and what is said of it. Fetched when a reader copies.
import { all, find, make, statusIn } from "./lib/dom.js";
import { Words } from "./lib/words.js";

/** @typedef {() => string | Promise<string>} Text */

/** The link of an account to its own row. */
const TO_ITSELF = "a[href^='#']";

/** @param {Element} element */
export const textOf = (element) => (element.textContent ?? "").replace(/\s+/g, " ").trim();

/**
 * What an account is cited as.
 * @param {HTMLElement} page
 * @param {HTMLElement} link
 */
export async function accountText(page, link) {
  const words = await Words.load();
  const head = /** @type {HTMLElement} */ (find(link.closest("tr") ?? page, "th").cloneNode(true));
  for (const own of all(head, `${TO_ITSELF}, [role=status]`)) own.remove();
  const event = textOf(find(page, "#cite-text"));
  const url = page.querySelector("#cite-link") ? /** @type {HTMLAnchorElement} */ (link).hash : "";
  return `${words.say("cite.account", { account: textOf(head), event })}${url}`;
}

/**
 * Open the file with the forms of the citation in the page, each with its button.
 * @param {HTMLElement} page
 * @param {HTMLAnchorElement} link
 */
export async function openForms(page, link) {
  const response = await fetch(link.href);
  if (!response.ok) throw new Error(`${response.status}`);
  const text = await response.text();
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
    if (source) {
      getSelection()?.selectAllChildren(source);
      source.scrollIntoView({ block: "center" });
    }
    status.textContent = words.say("selected");
  }
  setTimeout(() => {
    status.textContent = "";
  }, 4000);
}
