// What a reader has typed, as terms: a word in every way in which it may stand in the index, or a date.
import { foldedWords, foldLetters, queryForms } from "../lib/fold.js";

/** @typedef {import("../types").Term} Term */

const DAY = "([0-3]?[0-9])(?:st|nd|rd|th|\\.)?";
const YEAR = "([0-9]{4})(?:'\\p{L}+)?";
const EDGES = ["(?<![\\p{L}\\p{N}])", "(?![\\p{L}\\p{N}])"];

/** @param {number} n */
const twoDigits = (n) => `${n}`.padStart(2, "0");

/**
 * The words of the index for a date; none where there is no such day.
 * @param {string} year
 * @param {number} [month]
 * @param {number} [day]
 */
function dateWords(year, month, day) {
  if (!month || month > 12 || (day !== undefined && (day < 1 || day > 31))) return [];
  const word = `${year}-${twoDigits(month)}`;
  return [day === undefined ? word : `${word}-${twoDigits(day)}`];
}

/**
 * How people write dates, and what each means.
 * @param {Record<string, number>} months
 * @returns {[pattern: string, words: (...parts: string[]) => string[]][]}
 */
function dateForms(months) {
  const names = Object.keys(months).sort((a, b) => b.length - a.length);
  const month = `(${names.join("|")})\\.?`;
  const number = "([01]?[0-9])";
  const between = "(?:,?\\s+(?:of\\s+|de\\s+)?)";
  return [
    [`([0-9]{4})[-/.]${number}[-/.]([0-3]?[0-9])`, (y, m, d) => dateWords(y, +m, +d)],
    [`([0-9]{4})[-/.]${number}`, (y, m) => dateWords(y, +m)],
    // The day first, as nearly everywhere; the month first, as elsewhere, is looked for as well.
    [
      `([0-3]?[0-9])([-/.])\\s?([0-3]?[0-9])\\2\\s?${YEAR}`,
      (first, _, second, y) => [...dateWords(y, +second, +first), ...dateWords(y, +first, +second)],
    ],
    [`${DAY}${between}${month}${between}${YEAR}`, (d, m, y) => dateWords(y, months[m], +d)],
    [`${month}\\s+${DAY}${between}${YEAR}`, (m, d, y) => dateWords(y, months[m], +d)],
    [`${YEAR}${between}${month}\\s+${DAY}`, (y, m, d) => dateWords(y, months[m], +d)],
    [`${month}${between}${YEAR}`, (m, y) => dateWords(y, months[m])],
    [`${YEAR}${between}${month}`, (y, m) => dateWords(y, months[m])],
  ];
}

/**
 * The terms of what is typed, all of which a page should have.
 * @param {string} typed
 * @param {Record<string, number>} months the numbers of months by their folded names
 * @returns {Term[]}
 */
export function parseQuery(typed, months) {
  // Digits in groups are one number; only a text may mean two.
  let text = foldLetters(typed).replace(/(?<![0-9])[0-9]{1,3}(?: [0-9]{3})+(?![0-9])/g, (number) =>
    number.replaceAll(" ", ""),
  );
  /** @type {Term[]} */
  const terms = [];
  for (const [pattern, words] of dateForms(months)) {
    text = text.replace(new RegExp(EDGES.join(pattern), "gu"), (found, ...parts) => {
      const days = [...new Set(words(...parts))];
      if (!days.length) return found;
      terms.push({ isDate: true, ways: days.map((day) => [day]) });
      return " ";
    });
  }
  for (const word of new Set(foldedWords(text)))
    terms.push({ isDate: false, ways: queryForms(word) });
  return terms;
}
