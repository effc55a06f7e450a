// Files of some events alone, made of those that the site publishes with all: the same columns and keys,
// and with them where they are from, as of when, under which licence, and how to cite them.

/** @typedef {import("./types").Selection} Selection */

const CSV_RECORD = /(?:[^"\r\n]|"[^"]*")+/g;
const CSV_CELL = /(?:[^",]|"[^"]*")*(?:,|$)/g;
const LINE_BYTES = 75; // of iCalendar

/** The address of a page, whatever the file with the link lies in. @param {string} url @param {Selection} selection */
const absolute = (url, { root }) => new URL(url.replace(/^(?:\.\.\/)+/, ""), root).href;

/** @param {string | number} text */
const csvCell = (text) => `"${`${text}`.replaceAll('"', '""')}"`;

/**
 * @param {string} text data/events.csv
 * @param {Selection} selection
 */
export function table(text, selection) {
  const [head = "", ...records] = text.match(CSV_RECORD) ?? [];
  const names = head.split(",");
  const [accounts, url] = ["accounts", "url"].map((name) => names.indexOf(name));
  const { about } = selection;
  const lines = records.flatMap((record) => {
    const id = record.slice(0, record.indexOf(","));
    const count = selection.accounts.get(id);
    if (count === undefined) return [];
    const cells = (record.match(CSV_CELL) ?? []).slice(0, names.length);
    const plain = cells.map((cell) => cell.replace(/,$/, ""));
    plain[accounts] = `${count}`;
    plain[url] = absolute(plain[url], selection);
    return [[...plain, ...Object.values(about).map(csvCell)].join(",")];
  });
  const columns = Object.keys(about).map((name) => `selection_${name}`);
  return [[head, ...columns].join(","), ...lines, ""].join("\r\n");
}

/**
 * @param {any} whole data/chronology.json
 * @param {Selection} selection
 */
export function json(whole, selection) {
  const events = whole.events.flatMap((/** @type {any} */ event) => {
    if (!selection.accounts.has(event.id)) return [];
    const accounts = event.accounts.filter((/** @type {any} */ { source }) =>
      selection.isKnown(source),
    );
    const ids = new Set(accounts.map((/** @type {any} */ { id }) => id));
    const differences = (event.differences ?? []).filter((/** @type {any} */ difference) =>
      difference.accounts.every((/** @type {string} */ id) => ids.has(id)),
    );
    const url = absolute(event.url, selection);
    return [{ ...event, url, accounts, ...(event.differences ? { differences } : {}) }];
  });
  const { withheld: _, ...kept } = whole;
  const named = Object.fromEntries(
    ["actors", "places", "sources"].map((list) => [list, namedIn(events, whole[list])]),
  );
  const counts = {
    events: events.length,
    accounts: events.reduce(
      (/** @type {number} */ sum, /** @type {any} */ event) => sum + event.accounts.length,
      0,
    ),
    sources: named.sources.length,
  };
  const made = { ...kept, counts, events, ...named, selection: selection.about };
  return `${JSON.stringify(made, null, 1)}\n`;
}

/**
 * The records that some data names by their ids, and those that these name.
 * @param {unknown} data
 * @param {any[]} records
 */
function namedIn(data, records) {
  const names = new Set();
  /** @param {unknown} value */
  const read = (value) => {
    if (typeof value === "string") names.add(value);
    else if (value && typeof value === "object")
      for (const [key, inner] of Object.entries(value)) {
        names.add(key); // labels stand under the actor's id
        read(inner);
      }
  };
  read(data);
  let before = -1;
  while (names.size > before) {
    before = names.size;
    for (const record of records) if (names.has(record.id)) read(record);
  }
  return records.filter(({ id }) => names.has(id));
}

/**
 * @param {any} whole data/places.geojson
 * @param {Selection} selection
 */
export function geojson(whole, selection) {
  const features = whole.features.flatMap((/** @type {any} */ feature) => {
    const { event, url } = feature.properties;
    const accounts = selection.accounts.get(event);
    if (accounts === undefined) return [];
    const properties = { ...feature.properties, url: absolute(url, selection), accounts };
    return [{ ...feature, properties }];
  });
  return `${JSON.stringify({ ...whole, features, selection: selection.about }, null, 1)}\n`;
}

/**
 * The entries of these events, and how many of the events have none.
 * @param {string} text data/chronology.ics
 * @param {Selection} selection
 * @param {(left: number) => string} describe
 */
export function calendar(text, selection, describe) {
  const [head, ...entries] = text.replace(/END:VCALENDAR\r\n$/, "").split("BEGIN:VEVENT\r\n");
  const shown = entries.filter((entry) => {
    const [, id = ""] = /^UID:([^@]*)@/m.exec(entry.replaceAll("\r\n ", "")) ?? [];
    return selection.accounts.has(id);
  });
  const about = describe(selection.accounts.size - shown.length).replace(/[\\;,]/g, "\\$&");
  const own = [`X-WR-CALDESC:${about}`, `URL:${selection.about.address}`].map(folded).join("");
  const kept = head.replace(/X-WR-CALDESC:.*(?:\r\n .*)*\r\n/, "");
  return `${kept}${own}${shown.map((entry) => `BEGIN:VEVENT\r\n${entry}`).join("")}END:VCALENDAR\r\n`;
}

/** A line in pieces of as many bytes as iCalendar allows, never cut inside a character. @param {string} line */
function folded(line) {
  let bytes = 0;
  let made = "";
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length;
    if (bytes + size > LINE_BYTES) {
      made += "\r\n ";
      bytes = 1;
    }
    made += letter;
    bytes += size;
  }
  return `${made}\r\n`;
}
