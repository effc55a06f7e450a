// "As known on" a day: a reader who picked one (?known=2021-05-08) keeps it from page to page, and each
// page holds to it or says that it does not. What became known later than its event has its day in
// data-known; generator/analysis/known_since.py works it out.
import { ROOT } from "./lib/data.js";
import { all, find, isShown, make } from "./lib/dom.js";

/** @typedef {import("./lib/words.js").Words} Words */

/** The day that the reader picked, "" for none. */
export function chosenDay() {
  /** @type {HTMLInputElement | null} */
  const field = document.querySelector("input[name=known]");
  const day = field?.closest(".as-known-on:not([hidden])")
    ? field.value
    : (new URLSearchParams(location.search).get("known") ?? "");
  return /^\d{4}-\d\d-\d\d$/.test(day) ? day : "";
}

/** Links to pages of the site take the day along, before anybody follows or copies them. */
export function keepDay() {
  /** @param {Event} event */
  const keep = ({ target }) => {
    const link = target instanceof Element ? target.closest("a") : null;
    if (!link) return;
    // Links in drawings have theirs elsewhere.
    const address = link instanceof SVGAElement ? link.href.baseVal : link.href;
    const url = new URL(address, location.href);
    if (!url.href.startsWith(ROOT.href) || !/(\/|\.html)$/.test(url.pathname)) return;
    if (link.matches("[rel=bookmark], .notice a, .result a, [href^='#']")) return;
    const day = chosenDay();
    if (day) url.searchParams.set("known", day);
    else url.searchParams.delete("known");
    if (link instanceof SVGAElement) link.href.baseVal = url.href;
    else if (url.href !== link.href) link.href = url.href;
  };
  for (const type of ["pointerover", "focusin", "click"])
    document.addEventListener(type, keep, true);
}

/**
 * Hide what became known after the day; show all without a day.
 * @param {ParentNode} root
 * @param {string} day
 */
export function hideLater(root, day) {
  for (const element of all(root, "[data-known]"))
    element.hidden = Boolean(day) && (element.dataset.known ?? "") > day;
}

/**
 * Of values side by side, the first that is left has no sign before it.
 * @param {Element} values
 */
export function hideFirstJoint(values) {
  [...values.children].filter(isShown).forEach((value, n) => {
    for (const joint of all(value, ":scope > :is(i, .beside)"))
      if (!n || !joint.dataset.known) joint.hidden = !n;
  });
}

/**
 * No heading stands over nothing: where all that was under it came later, it goes as well, with
 * the sentences about that.
 * @param {ParentNode} page
 */
export function hideEmptyHeadings(page) {
  for (const heading of all(page, "h2")) {
    const below = [];
    for (
      let next = heading.nextElementSibling;
      next && !next.matches("h2, nav, footer, .page-aside");
      next = next.nextElementSibling
    )
      below.push(next);
    const items = below.flatMap((part) => all(part, "li, dd"));
    const isLeft = (items.length ? items : below).some(isShown);
    const isEmpty = below.length > 0 && !isLeft;
    for (const part of [heading, ...below.filter((one) => one.matches("p"))])
      if (isEmpty && part instanceof HTMLElement) part.hidden = true;
  }
}

/**
 * Say on the page that it is shown as of a day, and what that means for it.
 * @param {HTMLElement} page
 * @param {string} day
 * @param {Words} words
 * @param {(Node | string)[]} sentences
 */
export function addNotice(page, day, words, ...sentences) {
  const title = make("b", {}, words.say("known", { day: words.day(day) }));
  const showAll = make(
    "a",
    { href: location.pathname + location.hash },
    words.say("known.show-all"),
  );
  const notice = make("p", { className: "notice" }, title, ". ", ...sentences, " ", showAll);
  find(page, "h1").after(notice);
}
