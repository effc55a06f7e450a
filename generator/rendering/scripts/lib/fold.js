// One form of words that people write in different ways. generator/support/fold.py says what and why, and does the
// same; tests/data/fold.yml holds both to it.

/** @type {Record<string, string>} */
const LETTERS = {};
const PAIRS =
  "ıi łl đd ðd øo ßss þth æae œoe ħh ŧt ŋn əe ςσ ٱا ء ـ ةه ەه ہه ھه ىي یي ېي ێي ےي کك ۆو ڕر ڵل";
for (const [letter, ...form] of PAIRS.split(" ")) LETTERS[letter] = form.join("");
for (let n = 0; n < 10; n++)
  for (const zero of [0x660, 0x6f0]) LETTERS[String.fromCharCode(zero + n)] = `${n}`;
const APOSTROPHES = /[\u0060´‘’‛′ʹʻʼʽʾʿ]/g;
const HYPHENS = /[\u2010\u2011\u2212]/g;
const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
const WORD = /[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu;
const ARABIC_PREFIX = /^(?:[وفبكل]?ال|لل|[وفبكلس])(?=[\u0620-\u064a]{3})/;

/** @param {string} text */
export const foldLetters = (text) =>
  text
    .replace(/(?<=\p{Nd})[\u00a0\u2007\u2009\u202f٬](?=\p{Nd}{3}(?!\p{Nd}))/gu, ",")
    .replace(APOSTROPHES, "'")
    .replace(HYPHENS, "-")
    .normalize("NFKD")
    .replace(APOSTROPHES, "'") // of letters that have come apart: ŉ
    .replace(HYPHENS, "-")
    .replace(/[\p{Mn}\p{Me}\p{Cf}]/gu, "")
    .toLowerCase()
    .replace(SPECIAL, (letter) => LETTERS[letter])
    .replace(/(?<![0-9.,'])[0-9]{1,3}(?:[.,'][0-9]{3})+(?![.,']?[0-9])/g, (number) =>
      number.replace(/[^0-9]/g, ""),
    );

/** For comparing whole texts. @param {string} text */
export const fold = (text) =>
  foldLetters(text).replaceAll("'", "").replaceAll("-", " ").trim().split(/\s+/).join(" ");

/** The words of a text, folded; apostrophes and hyphens inside them stay. @param {string} text */
export const foldedWords = (text) => foldLetters(text).match(WORD) ?? [];

/** @param {string} word */
function withoutPrefixes(word) {
  const rest = word.replace(ARABIC_PREFIX, "");
  return rest === word ? [word] : [word, rest];
}

/** Everything by which a folded word is found. @param {string} word */
export function wordForms(word) {
  const parts = word.split(/['-]/);
  const plain = [parts.join(""), ...parts.filter((part) => part.length > 1 || /\d/.test(part))];
  return [...new Set(plain.flatMap(withoutPrefixes))];
}

/**
 * What a typed word may stand for: each way is words that must all be there. The first is the word itself.
 * @param {string} word folded
 * @returns {string[][]}
 */
export function queryForms(word) {
  const parts = word.split(/['-]/);
  const [first] = word.split("'");
  const whole = withoutPrefixes(parts.join(""));
  const ways = whole.map((form) => [form]);
  const long = parts.filter((part) => part.length > 1 || /\d/.test(part));
  if (!word.includes("'") && long.length > 1) ways.push(long);
  if (first !== word && first.length > 2)
    ways.push(...withoutPrefixes(first.replaceAll("-", "")).map((form) => [form]));
  return ways;
}
