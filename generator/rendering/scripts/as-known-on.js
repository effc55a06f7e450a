// "As known on" a day: a reader who picked one (?known=2021-05-08) keeps it from page to page, and each
// page holds to it or says that it does not. Filters and an event's page do more, in their own scripts.
import { ROOT, all, data, make, number, plural, said, seen } from "./lib/base.js";
import { EventIndex } from "./event-index.js";

const OURS = {
  actor: "Name, notes, offices and dates are ours and know every source.",
  place: "Name, notes, map and dates are ours and know every source.",
  source: "What became of each paragraph is told as it is today.",
  archive: "Titles, summaries and dates are ours and know every source.",
};

export function chosenDay() {
  const field = document.querySelector("input[name=known]");
  const day = field?.closest(".as-known-on:not([hidden])") ? field.value : new URLSearchParams(location.search).get("known") || "";
  return /^\d{4}-\d\d-\d\d$/.test(day) ? day : "";
}

// Links to pages of the site take the day along, before anybody follows or copies them.
export function keepDay() {
  const keep = event => {
    const link = event.target.closest?.("a[href]");
    if (!link?.href.startsWith(ROOT) || !link.pathname.endsWith("/") || link.matches("[rel=bookmark], .notice a, .result a")) return;
    const url = new URL(link.href), day = chosenDay();
    if (day) url.searchParams.set("known", day);
    else url.searchParams.delete("known");
    if (url.href !== link.href && !link.getAttribute("href").startsWith("#")) link.href = url.href;
  };
  for (const type of ["pointerover", "focusin", "click"]) document.addEventListener(type, keep, true);
}

// What carries the day from which it is known comes and goes with it.
export function asTold(root, day) {
  for (const one of all(root, "[data-known]")) one.hidden = Boolean(day) && one.dataset.known > day;
}

// Values side by side: no sign before the first that is left.
export function leadSides(sides) {
  [...sides.children].filter(seen).forEach((side, n) => {
    for (const between of all(side, ":scope > :is([aria-hidden], .visually-hidden)"))
      if (!n || !between.dataset.known) between.hidden = !n;
  });
}

export function notice(page, day, ...words) {
  const whole = make("a", { href: location.pathname + location.hash }, "Show all");
  page.querySelector("h1").after(make("p", { className: "notice" }, make("b", {}, `As known on ${said(day)}`), ". ", ...words, " ", whole));
}

// Pages with lists of events, and those that have nothing to leave out.
export async function lists(page) {
  const day = chosenDay(), kind = Object.keys(OURS).find(one => page.classList.contains(`page--${one}`));
  if (!day) return;
  if (!kind) return whole(page, day);
  const late = page.querySelector("[data-first]")?.dataset.first > day;
  const [index, titles] = await Promise.all([data("timeline-index"), data("timeline-titles")]);
  const events = new EventIndex(index), numbers = new Map(titles.map(([id], n) => [id, n]));
  events.asKnown(number(day));
  asTold(page, day);
  const lines = all(page, ".timeline-event, .event-rows > li"), hidden = new Set(), shown = new Set();
  for (const line of lines) {
    const id = line.querySelector(":is(h3, h4) a").pathname.split("/").at(-2), e = events.all[numbers.get(id)];
    if (late || !e.isKnown) line.hidden = true;
    (line.hidden ? hidden : shown).add(id);
    events.tell(line, e);
  }
  for (const id of shown) hidden.delete(id);
  for (const part of all(page, ".month, .year, .role-events")) part.hidden = !all(part, ".timeline-event, .event-rows > li").some(seen);
  for (const count of all(page, ".role-events h3 small"))
    count.textContent = plural(all(count.closest(".role-events"), ".event-rows > li").filter(seen).length, "event");
  for (const part of all(page, ".gap, .actor-strip")) part.hidden = hidden.size > 0;
  labels(page, day);
  const left = late ? `This source was published later.` : !lines.length ? "" : hidden.size
    ? `${hidden.size} of ${plural(hidden.size + shown.size, "event")} hidden: told by later sources alone.`
    : "Every event here had been told by then.";
  notice(page, day, `${left} ${OURS[kind]}`.trim());
}

// What sources call an actor: data-told has the day of each use.
function labels(page, day) {
  for (const label of all(page, "[data-told]")) {
    const days = label.dataset.told.split(" "), left = days.filter(one => one <= day);
    label.hidden = !left.length;
    const years = [...new Set([left[0], left.at(-1)].map(one => one?.slice(0, 4)))].join(" to ");
    if (left.length < days.length) label.querySelector("small").firstChild.textContent = `${plural(left.length, "account")}, ${years}`;
  }
  for (const group of all(page, ".labels-by-outlet > div")) group.hidden = !all(group, "dd").some(seen);
}

function whole(page, day) {
  const link = (path, words) => make("a", { href: new URL(`${path}?known=${day}`, ROOT).href }, words);
  notice(page, day, "This page shows everything known today, not only what was known then. As known then: ",
    link("timeline/", "the timeline"), ", ", link("differences/", "the differences"), ".");
}
