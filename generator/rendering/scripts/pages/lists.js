// Pages with lists of events, "as known on" a day, and those that have nothing to leave out.
import { addNotice, chosenDay, hideEmptyHeadings, hideLater } from "../as-known-on.js";
import { EventIndex } from "../event-index.js";
import { dayNumber, eventId, fetchJson, ROOT } from "../lib/data.js";
import { all, anyShown, find, make } from "../lib/dom.js";
import { Words } from "../lib/words.js";

const LINES = ".timeline-event, .event-rows > li";

/** @param {HTMLElement} page */
export async function start(page) {
  const day = chosenDay();
  if (!day) return;
  const words = await Words.load();
  if (page.dataset.knownMode === "whole") sayWhole(page, day, words);
  else await asKnownOn(page, day, words);
}

/**
 * @param {HTMLElement} page
 * @param {string} day
 * @param {Words} words
 */
async function asKnownOn(page, day, words) {
  const isLate = all(page, "[data-first]").some(({ dataset }) => (dataset.first ?? "") > day);
  const [index, titles] = await Promise.all([
    fetchJson("data/timeline-index.json"),
    fetchJson("data/timeline-titles.json"),
  ]);
  const events = new EventIndex(index, words);
  /** @type {Map<string, number>} */
  const numbers = new Map(
    titles.map((/** @type {string[]} */ [id], /** @type {number} */ n) => [id, n]),
  );
  events.asKnownOn(dayNumber(day));
  hideLater(page, day);
  const lines = all(page, LINES);
  const [hidden, shown] = [new Set(), new Set()];
  for (const line of lines) {
    const link = /** @type {HTMLAnchorElement} */ (find(line, ":is(h3, h4) a"));
    const row = events.rows[numbers.get(eventId(link)) ?? -1];
    if (isLate || !row.isKnown) line.hidden = true;
    (line.hidden ? hidden : shown).add(eventId(link));
    events.updateLine(line, row);
  }
  for (const id of shown) hidden.delete(id);
  for (const group of all(page, ".role-events")) {
    const left = all(group, LINES).filter((line) => !line.hidden).length;
    for (const count of all(group, "h3 small")) count.textContent = words.count("events", left);
  }
  for (const part of all(page, ".month, .year, .role-events")) part.hidden = !anyShown(part, LINES);
  for (const part of all(page, ".gap, .actor-strip")) part.hidden = hidden.size > 0;
  for (const part of all(page, ".year__lasting")) part.hidden = !anyShown(part, "span");
  countLabels(page, day, words);
  hideEmptyHeadings(page);
  const total = words.count("events", hidden.size + shown.size);
  const left = isLate
    ? words.say("known.source-later")
    : !lines.length
      ? ""
      : hidden.size
        ? words.say("known.events-hidden", { count: words.number(hidden.size), total })
        : words.say("known.events-all");
  const ours = words.say(`known.ours.${page.dataset.kind}`);
  addNotice(page, day, words, `${left} ${ours}`.trim());
}

/**
 * What sources call an actor: data-used-on has the day of each use.
 * @param {HTMLElement} page
 * @param {string} day
 * @param {Words} words
 */
function countLabels(page, day, words) {
  for (const label of all(page, "[data-used-on]")) {
    const days = (label.dataset.usedOn ?? "").split(" ");
    const left = days.filter((use) => use <= day);
    label.hidden = !left.length;
    if (!left.length || left.length === days.length) continue;
    const [first, last] = [left[0], left[left.length - 1]].map((use) => use.slice(0, 4));
    find(label, "[data-uses]").textContent = words.say("uses", {
      accounts: words.count("accounts", left.length),
      years: first === last ? first : words.say("years", { first, last }),
    });
  }
  for (const group of all(page, ".labels-by-outlet > div")) group.hidden = !anyShown(group, "dd");
}

/**
 * @param {HTMLElement} page
 * @param {string} day
 * @param {Words} words
 */
function sayWhole(page, day, words) {
  hideLater(page, day);
  hideEmptyHeadings(page);
  if (page.dataset.kind === "registry") {
    addNotice(page, day, words, words.say("known.lists"));
    return;
  }
  /** @param {string} path */
  const link = (path) =>
    make("a", { href: new URL(`${path}/?known=${day}`, ROOT).href }, words.say(`known.${path}`));
  addNotice(
    page,
    day,
    words,
    `${words.say("known.whole")} `,
    link("timeline"),
    ", ",
    link("differences"),
    ".",
  );
}
