// Looks words up in the files that generator/rendering/search/index.py describes. Nothing is asked for before it is
// needed, and every file once.
import { fetchJson } from "../lib/data.js";
import { parseQuery } from "./query.js";

/** @typedef {import("../types").Term} Term */
/** @typedef {import("../types").Found} Found */
/** @typedef {import("../types").SearchIndex} SearchIndex */
/** @typedef {import("../types").SearchRecord} SearchRecord */
/** @typedef {import("../types").SearchChoices} SearchChoices */

const FOLDER = "data/search";
const MOST_FILES = 4; // that a beginning of words is looked for in
const SHORTEST = 4; // letters that a word keeps where its ending is left out
const LONGEST_ENDING = 4;
// What a match counts: the word itself or its beginning, in title and names or elsewhere.
const SCORES = { whole: { strong: 8, weak: 3 }, start: { strong: 5, weak: 2 } };
const OTHER_WAY = 0.6; // of a match by another form of the word

/** Each number of a list of steps. @param {number[]} steps @param {(n: number) => void} visit */
function each(steps, visit) {
  let n = 0;
  for (const step of steps) {
    n += step;
    visit(n);
  }
}

/** @param {string} a @param {string} b in the order of code points, as the index is */
function isAfter(a, b) {
  const first = [...a];
  const second = [...b];
  for (let n = 0; n < first.length && n < second.length; n++) {
    if (first[n] !== second[n])
      return (first[n].codePointAt(0) ?? 0) > (second[n].codePointAt(0) ?? 0);
  }
  return first.length > second.length;
}

export class Engine {
  /** @param {SearchIndex} index */
  constructor(index) {
    this.index = index;
    let from = 0;
    /** @type {{ group: string, from: number, to: number }[]} */
    this.groups = Object.entries(index.groups).map(([group, count]) => {
      from += count;
      return { group, from: from - count, to: from };
    });
  }

  static async load() {
    return new Engine(await fetchJson(`${FOLDER}/index.json`));
  }

  /** @returns {Promise<SearchChoices>} */
  choices() {
    return fetchJson(`${FOLDER}/choices.json`);
  }

  /**
   * The records that have what is typed, the best first. Where none has all of it: those that have most.
   * @param {string} typed
   * @returns {Promise<Found>}
   */
  async find(typed) {
    const terms = parseQuery(typed, this.index.months);
    const scored = await Promise.all(terms.map((term) => this.look(term)));
    /** @type {Map<number, { terms: number, score: number }>} */
    const sums = new Map();
    for (const scores of scored)
      for (const [n, score] of scores) {
        const sum = sums.get(n);
        if (sum) {
          sum.terms++;
          sum.score += score;
        } else sums.set(n, { terms: 1, score });
      }
    let most = 0;
    for (const sum of sums.values()) most = Math.max(most, sum.terms);
    const hits = [...sums]
      .filter(([, sum]) => sum.terms === most)
      .sort(([a, one], [b, other]) => other.score - one.score || a - b)
      .map(([n]) => n);
    return { hits, terms, hasAll: most === terms.length };
  }

  /** What a term counts for each record that has it. @param {Term} term */
  async look({ ways, isDate }) {
    /** @type {Map<number, number>} */
    const best = new Map();
    const found = await Promise.all(ways.map((way) => this.lookWay(way, isDate)));
    found.forEach((scores, n) => {
      // Both readings of a date are as good as each other.
      const factor = n && !isDate ? OTHER_WAY : 1;
      for (const [record, score] of scores)
        best.set(record, Math.max(best.get(record) ?? 0, score * factor));
    });
    if (!best.size && !isDate) {
      // Nothing: without its ending, which may be a suffix that no text has.
      const [word] = ways[0];
      const shortest = Math.max(SHORTEST, word.length - LONGEST_ENDING);
      for (let length = word.length - 1; length >= shortest && !best.size; length--)
        for (const [n, score] of await this.lookWord(word.slice(0, length), false))
          best.set(n, score * OTHER_WAY);
    }
    return best;
  }

  /**
   * @param {string[]} words that must all be there
   * @param {boolean} isDate
   */
  async lookWay(words, isDate) {
    const [first, ...rest] = await Promise.all(words.map((word) => this.lookWord(word, isDate)));
    for (const scores of rest)
      for (const [n, score] of first) {
        const other = scores.get(n);
        if (other) first.set(n, Math.min(score, other));
        else first.delete(n);
      }
    return first;
  }

  /**
   * @param {string} word
   * @param {boolean} isWhole whether a word that only begins so is another one
   */
  async lookWord(word, isWhole) {
    /** @type {Map<number, number>} */
    const scores = new Map();
    const isShort = word.length < 2;
    for (const file of await Promise.all(this.files(word, isWhole || isShort)))
      for (const [other, [strong, weak]] of Object.entries(file)) {
        if (other !== word && (isWhole || isShort || !other.startsWith(word))) continue;
        const worth = other === word ? SCORES.whole : SCORES.start;
        each(strong, (n) => scores.set(n, Math.max(scores.get(n) ?? 0, worth.strong)));
        each(weak, (n) => scores.set(n, Math.max(scores.get(n) ?? 0, worth.weak)));
      }
    return scores;
  }

  /**
   * The files that may hold a word, and words that begin so.
   * @param {string} word
   * @param {boolean} isWhole
   * @returns {Promise<Record<string, [number[], number[]]>>[]}
   */
  files(word, isWhole) {
    const firsts = this.index.words;
    let n = firsts.findLastIndex((first) => !isAfter(first, word));
    const files = [];
    while (n >= 0 && n < firsts.length && files.length < MOST_FILES) {
      files.push(fetchJson(`${FOLDER}/words-${n}.json`));
      n++;
      if (isWhole || !firsts[n]?.startsWith(word)) break;
    }
    return files;
  }

  /** @param {number} n @returns {Promise<SearchRecord>} */
  async record(n) {
    const each = this.index.texts;
    const records = await fetchJson(`${FOLDER}/texts-${Math.floor(n / each)}.json`);
    return records[n % each];
  }
}
