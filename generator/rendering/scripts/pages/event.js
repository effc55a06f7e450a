// An event's page: rows of its table on a phone, copying, and "as known on" a day. Complete without it.
import { chosenDay } from "../as-known-on.js";
import { offerCopying } from "../cite.js";
import { all } from "../lib/dom.js";

/** What the parts of a table are, whatever they look like. */
const PARTS_BY_ROLE = {
  rowgroup: "thead, tbody",
  row: "tr",
  columnheader: "thead th",
  rowheader: "tbody th",
  cell: "td",
};

/** @param {HTMLElement} page */
export async function start(page) {
  for (const table of all(page, ".accounts")) keepTable(table);
  for (const picture of all(page, ".plot td:nth-child(3)")) picture.ariaHidden = "true";
  offerCopying(page);
  const day = chosenDay();
  if (day && page.querySelector(".accounts"))
    await (await import("../event-as-known.js")).showAsKnown(page, day);
}

/**
 * On a phone each account is a card; to those who listen it stays a row of a table.
 * @param {HTMLElement} table
 */
function keepTable(table) {
  table.setAttribute("role", "table");
  for (const [role, parts] of Object.entries(PARTS_BY_ROLE))
    for (const part of all(table, parts)) part.setAttribute("role", role);
}
