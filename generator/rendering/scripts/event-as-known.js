// An event's page "as known on" a day that a reader picked; fetched where there is one.
//
// What a later account needs carries data-known: rows of the table, values of the differences, signs,
// sources, ties. What has none is as old as the event's first account (data-first on the table).
// Sentences for a day stand in the page, hidden: data-states says for which state of it.
import { addNotice, hideFirstJoint, hideLater } from "./as-known-on.js";
import { all, anyShown, find, isShown } from "./lib/dom.js";
import { Words } from "./lib/words.js";

/** The sign of a difference, heard or not. */
const SIGN = "i:is([role], [aria-hidden])";

/**
 * @param {HTMLElement} page
 * @param {string} day
 */
export async function showAsKnown(page, day) {
  const words = await Words.load();
  citeAsKnown(page, day, words);
  const table = find(page, ".accounts");
  const first = table.dataset.first ?? "";
  if (day < first) {
    page.classList.add("page--not-yet-reported");
    addNotice(page, day, words, words.say("known.not-yet", { day: words.day(first) }));
    return;
  }
  hideLater(page, day);
  const rows = all(table, "tbody tr");
  const known = rows.filter(isShown);
  const later = rows.length - known.length;
  const left = later
    ? words.count("known.accounts-hidden", later)
    : words.say("known.accounts-all");
  addNotice(page, day, words, left);
  for (const count of all(page, "[data-n]"))
    count.textContent = words.count("accounts", known.length);
  reduceFigures(page, words);
  reduceTable(table, known);
  reduceDifferences(page, known.length);
  for (const group of all(page, ".pairs > div")) group.hidden = !anyShown(group, "dd");
  for (const section of all(page, ".ties, .roles, .chains"))
    if (section.querySelector(".pairs")) section.hidden = !anyShown(section, ".pairs > div");
}

/**
 * Rows of figures go with their accounts; what stands beside them in words, value by value.
 * @param {HTMLElement} page
 * @param {Words} words
 */
function reduceFigures(page, words) {
  for (const list of all(page, "[data-figures]")) {
    const items = all(list, "i").filter(isShown);
    if (items.length) words.join(list, items);
    else if (list.parentElement) list.parentElement.hidden = true;
  }
  for (const row of all(page, ".plot tbody tr:has(.ne)"))
    if (all(row, "[data-verdict]").length && !anyShown(row, "[data-verdict=differs]"))
      find(row, ".ne").classList.remove("ne");
  for (const group of all(page, ".plot tbody")) group.hidden = !anyShown(group, "td");
  for (const plot of all(page, ".plot")) {
    plot.hidden = !anyShown(plot, "tbody");
    for (const lead of all(plot, "caption > span")) lead.hidden = !anyShown(plot, "tbody .ne");
    for (const link of all(page, `.glance dd:has([href="#${plot.id}"])`)) link.hidden = plot.hidden;
  }
  for (const line of all(page, ".glance > div")) line.hidden = !anyShown(line, "dd");
  for (const section of all(page, ".event__figures")) section.hidden = !anyShown(section, ".plot");
}

/**
 * Columns that only later accounts fill go; heads say "differ" where a cell still does.
 * @param {HTMLElement} table
 * @param {HTMLElement[]} known
 */
function reduceTable(table, known) {
  all(table, "thead th").forEach((head, n) => {
    const cells = known.map((row) => row.children[n]);
    for (const note of all(head, "small"))
      note.hidden = !cells.some((cell) => anyShown(cell, SIGN));
    if (cells.every((cell) => cell.matches(".account__silent, :has([data-own=false])")))
      for (const row of all(table, "tr")) row.children[n].toggleAttribute("hidden", true);
  });
  for (const part of all(table, "caption > [data-states]"))
    part.hidden =
      known.length < 2 ||
      (part.dataset.states === "differing" && !anyShown(table, `tbody ${SIGN}`));
}

/**
 * @param {HTMLElement} page
 * @param {number} known
 */
function reduceDifferences(page, known) {
  const list = page.querySelector("section.event__differences");
  for (const values of all(page, "section.event__differences .value-list")) hideFirstJoint(values);
  const left = list ? all(list, ":scope > ul > li").filter(isShown) : [];
  const isDiffering = left.some((item) => anyShown(item, SIGN));
  const state = known === 1 ? "alone" : isDiffering ? "differing" : left.length ? "agreed" : "same";
  for (const part of all(
    page,
    ".event__differences[data-states], .event__differences [data-states]",
  ))
    part.hidden = !(part.dataset.states ?? "").split(" ").includes(state);
  list?.classList.toggle("event__differences--none", !isDiffering);
}

/**
 * The citation and the permalink of a page that is shown as known on a day.
 * @param {HTMLElement} page
 * @param {string} day
 * @param {Words} words
 */
function citeAsKnown(page, day, words) {
  const link = page.querySelector("#cite-link");
  find(page, "#cite-text").insertBefore(
    document.createTextNode(` ${words.say("cite.known", { day: words.day(day) })} `),
    link,
  );
  if (!(link instanceof HTMLAnchorElement)) return;
  link.textContent = `${(link.textContent ?? "").trim()}?known=${day}`;
  link.href = `${link.href}?known=${day}`;
}
