// An event's page: "as known on" a day, and copying. Complete without it.
//
// What a later account needs carries data-known, the day from which it is known: rows of the table,
// values in the list of differences, signs of difference, sources, ties. What has no mark is as old as the
// event's first account (data-first on the table). generator/analysis/known_since.py works it out.
// data-n: a count of accounts in words. data-list: values in <i>, as "… 4, 12 and 19".
import { all, make, plural, said, seen } from "../lib/base.js";
import { asTold, chosenDay, notice } from "../as-known-on.js";

const ALONE = "One account. Nothing to compare it with.";

function asKnown(page, day) {
  const table = page.querySelector(".accounts"), rows = all(table, "tbody tr");
  if (day < table.dataset.first) {
    page.classList.add("page--not-yet-reported");
    notice(page, day, `No account of this event had been published; the first is of ${said(table.dataset.first)}.`);
    return;
  }
  asTold(page, day);
  const told = rows.filter(seen), later = rows.length - told.length;
  notice(page, day, later
    ? `${plural(later, "later account")} hidden. Title, summary, date and place are ours and know every account.`
    : "Every account of this event had been published by then.");
  if (!later) return;
  for (const count of all(page, "[data-n]")) count.textContent = plural(told.length, "account");
  figures(page, rows, told);
  columns(table, told);
  digest(page, told.length);
  for (const group of all(page, ".pairs > div")) group.hidden = !all(group, "dd").some(seen);
  for (const section of all(page, ".ties, .roles"))
    if (section.querySelector(".pairs")) section.hidden = !all(section, ".pairs > div").some(seen);
}

// Rows of figures go with their accounts; what stands beside them in words, value by value.
function figures(page, rows, told) {
  const gone = new Set(rows.filter(row => !told.includes(row)).map(row => `#${row.id}`));
  for (const list of all(page, "[data-list]")) {
    const items = all(list, "i").filter(seen);
    const before = list.firstChild.textContent;
    if (!items.length) list.hidden = true;
    else if (items.length < list.querySelectorAll("i").length)
      list.replaceChildren(before, ...items.flatMap((item, n) => [n ? (n < items.length - 1 ? ", " : " and ") : "", item]));
  }
  for (const row of all(page, ".plot tbody tr")) {
    row.hidden = gone.has(row.querySelector("th a").hash);
    const lists = all(row, "[data-list]"), left = lists.filter(seen);
    if (told.length === 1 && !lists.length)
      for (const note of all(row, "th small")) note.textContent = note.textContent.replace(/(; )?no other account gives one$/, "");
    if (left.length === lists.length) continue;
    const small = lists[0].parentElement, of = small.firstChild === lists[0] ? "" : small.firstChild.textContent.replace(/; $/, "");
    small.replaceChildren(of, ...left.flatMap((list, n) => [of || n ? "; " : "", list]));
    if (!left.length && told.length > 1) small.append(`${of ? "; " : ""}no other account gives one`);
    if (left.some(list => list.textContent.startsWith("differs from"))) continue;
    for (const sign of all(row, ".plot__value > :is(.sign, .visually-hidden)")) sign.hidden = true;
  }
  for (const plot of all(page, ".plot")) {
    plot.hidden = !all(plot, "tbody tr").some(seen);
    for (const lead of all(plot, ".plot__lead")) lead.hidden = !all(plot, "tbody .sign").some(seen);
  }
  const section = page.querySelector(".event__figures");
  if (section && !all(section, ".plot").some(seen)) {
    section.hidden = true;
    section.previousElementSibling.hidden = true;
  }
}

// Columns that only later accounts fill go; heads say "differ" where a cell still does.
function columns(table, told) {
  all(table, "thead th").forEach((head, n) => {
    const cells = told.map(row => row.children[n]);
    for (const note of all(head, ".differs")) note.hidden = !cells.some(cell => all(cell, ".sign").some(seen));
    if (cells.every(cell => cell.matches(".account__silent") || cell.textContent.includes("not its own date")))
      for (const row of table.rows) row.children[n].hidden = true;
  });
  for (const part of all(table, "caption > span:not([data-n])"))
    part.hidden = told.length < 2 || (part.children.length && !all(table, "tbody .sign").some(seen));
}

function digest(page, told) {
  const box = page.querySelector("section.event__differences"), flat = page.querySelector("p.event__differences");
  if (flat && told === 1) flat.textContent = ALONE;
  if (!box) return;
  for (const versus of all(box, ".value-line")) {
    const first = [...versus.children].find(seen);
    if (first) for (const between of all(first, ":scope > :is([aria-hidden], .visually-hidden)")) between.hidden = true;
  }
  const left = all(box, "li").filter(seen);
  if (left.some(one => all(one, ".sign").some(seen))) return;
  const words = told === 1 ? ALONE : `${plural(told, "account")}, no contradiction.`;
  if (!left.length) box.replaceWith(make("p", { className: "event__differences event__differences--none" }, words));
  else box.querySelector("h2").textContent = words.replace(/\.$/, "");
}

// Buttons stand beside what they copy: data-copy names its id.
function copying(page) {
  if (!navigator.clipboard) return;
  for (const button of all(page, "button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const source = document.getElementById(button.dataset.copy);
      const status = button.parentElement.querySelector("[role=status]");
      try {
        await navigator.clipboard.writeText(source.textContent.trim());
        status.textContent = "Copied";
      } catch {
        getSelection().selectAllChildren(source);
        status.textContent = "Selected: copy it by hand";
      }
      setTimeout(() => { status.textContent = ""; }, 4000);
    });
  }
}

export const start = async page => {
  copying(page);
  const day = chosenDay();
  if (day && page.querySelector(".accounts")) asKnown(page, day);
};
