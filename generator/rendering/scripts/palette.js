// The button in the header that changes the colours, one after the other, and keeps what was chosen.
// It does what the theme's does, which leaves alone a form that does not call itself the theme's:
// that one names the colours in an element `meta` as well, and for each such word a browser works out
// the style of the whole page again, twice whenever a page is opened. A style sheet does it for less.
import { all, find, make } from "./lib/dom.js";

// The theme's name; its script in the page reads it before all is there.
const KEPT = "__palette";

/**
 * @param {HTMLElement} form its fields, one for each set of colours: the label behind a field is
 *   shown while that is chosen, and chooses the next
 */
export function start(form) {
  const fields = all(form, "input");
  // The browser's own, on a phone.
  const bar = make("meta", { name: "theme-color" });
  document.head.append(bar);

  /** @param {number} index */
  const show = (index) => {
    const chosen = fields[index];
    const media = chosen.dataset.mdColorMedia;
    // As the system is: as the one of the others that says so.
    const isOpen = media === "(prefers-color-scheme)";
    const meant = (isOpen && fields.find((field) => field !== chosen && fits(field))) || chosen;
    const { mdColorScheme: scheme, mdColorPrimary: primary, mdColorAccent: accent } = meant.dataset;
    const color = { media, scheme, primary, accent };
    for (const [name, value] of Object.entries(color))
      document.body.setAttribute(`data-md-color-${name}`, value ?? "");
    for (const label of all(form, "label")) label.hidden = label.previousElementSibling !== chosen;
    window.__md_set(KEPT, { index, color });
    bar.content = getComputedStyle(find(document, ".md-header")).backgroundColor;
  };

  /** The same at once, where the theme would fade from one to the other. @param {number} index */
  const change = (index) => {
    document.body.toggleAttribute("data-md-color-switching", true);
    show(index);
    requestAnimationFrame(() => document.body.removeAttribute("data-md-color-switching"));
  };

  const kept = () => {
    const index = window.__md_get(KEPT)?.index ?? fields.findIndex(fits);
    return Math.max(0, Math.min(index, fields.length - 1));
  };
  show(kept());
  for (const [index, field] of fields.entries())
    field.addEventListener("change", () => change(index));
  matchMedia("(prefers-color-scheme: light)").addEventListener("change", () => change(kept()));
  form.addEventListener("keydown", ({ key }) => {
    if (key !== "Enter") return;
    const next = fields[(kept() + 1) % fields.length];
    next.click();
    next.focus();
  });
}

/** @param {HTMLElement} field */
const fits = (field) => matchMedia(field.dataset.mdColorMedia ?? "").matches;
