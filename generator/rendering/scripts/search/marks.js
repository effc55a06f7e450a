// Words that a reader looks for, found again in text: in the sentence of a result, and on the page that it leads to.
import { all, make } from "../lib/dom.js";
import { foldedWords, wordForms } from "../lib/fold.js";
import { parseQuery } from "./query.js";

/** @typedef {import("../types").Term} Term */

const WORD = /[\p{L}\p{N}\p{M}]+(?:[.,'’ʼʻ‘ʾʿ\u2010-][\p{L}\p{N}\p{M}]+)*/gu;
const BETWEEN_SENTENCES = /(?<=[.!?؟…]["”’»)]*)\s+/u;
const LONGEST = 220; // characters of a text that is shown
const BEFORE = 60; // of them before the first word that is found
const UNMARKED = "script, style, svg, form, button, mark, template, textarea, [hidden]";

/**
 * The numbers of the terms that a word fits.
 * @param {string} word
 * @param {Term[]} terms
 */
function fitting(word, terms) {
  const forms = foldedWords(word).flatMap(wordForms);
  return terms.flatMap(({ ways, isDate }, n) => {
    const fits = ways.some((way) =>
      way.some((part) =>
        forms.some((form) =>
          isDate || part.length < 2 ? form === part : form.startsWith(part) || isLonger(part, form),
        ),
      ),
    );
    return fits ? [n] : [];
  });
}

/** Whether a typed word is a word of the text and an ending. @param {string} typed @param {string} form */
const isLonger = (typed, form) =>
  form.length >= 4 && typed.length - form.length <= 4 && typed.startsWith(form);

/**
 * A text, in which what is looked for stands in <mark>.
 * @param {string} text
 * @param {Term[]} terms
 * @returns {(Node | string)[]}
 */
export function marked(text, terms) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    if (!fitting(match[0], terms).length) continue;
    parts.push(text.slice(end, match.index), make("mark", {}, match[0]));
    end = match.index + match[0].length;
  }
  return [...parts, text.slice(end)];
}

/**
 * The sentence that has most of what is looked for; empty where none has any.
 * @param {string[]} texts
 * @param {Term[]} terms
 */
export function bestSentence(texts, terms) {
  let best = "";
  let most = 0;
  for (const text of texts)
    for (const sentence of text.split(BETWEEN_SENTENCES)) {
      const words = sentence.match(WORD) ?? [];
      const found = new Set(words.flatMap((word) => fitting(word, terms)));
      if (found.size > most) [best, most] = [sentence, found.size];
    }
  return shortened(best, terms);
}

/** @param {string} text @param {Term[]} [terms] */
export function shortened(text, terms = []) {
  if (text.length <= LONGEST) return text;
  const first = [...text.matchAll(WORD)].find(([word]) => fitting(word, terms).length);
  const from = Math.max(0, (first?.index ?? 0) - BEFORE);
  const start = from ? text.indexOf(" ", from) + 1 : 0;
  const end = start + LONGEST < text.length ? text.lastIndexOf(" ", start + LONGEST) : text.length;
  return `${start ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`;
}

/** Mark on a page what its reader has looked for. @param {HTMLElement} root */
export function start(root) {
  const typed = new URLSearchParams(location.search).get("h");
  if (!typed) return;
  const terms = parseQuery(typed, {}).filter(({ ways }) => ways[0][0].length > 1);
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) {
    const node = /** @type {Text} */ (texts.currentNode);
    if (node.parentElement?.closest(UNMARKED)) continue;
    const parts = marked(node.data, terms);
    if (parts.length > 1) found.push({ node, parts });
  }
  for (const { node, parts } of found) node.replaceWith(...parts);
  const [first] = all(root, "mark");
  if (first && !location.hash) first.scrollIntoView({ block: "center" });
}
