// The one script that pages name; it fetches what a page needs. Every page is complete without it.
import { chosenDay, keepDay } from "./as-known-on.js";
import { all } from "./lib/dom.js";
import { keepFeedsFrom } from "./lib/feeds.js";
import { start as startPalette } from "./palette.js";
import { listen } from "./search/keys.js";

/**
 * What works on which part of a page.
 * @type {[selector: string, load: () => Promise<{ start: (root: HTMLElement) => unknown }>][]}
 */
const SCRIPTS = [
  ["[data-list=timeline]", () => import("./pages/timeline.js")],
  ["[data-list=differences]", () => import("./pages/differences.js")],
  [".page--event", () => import("./pages/event.js")],
  ["[data-known-mode=events], [data-known-mode=whole]", () => import("./pages/lists.js")],
  ["[data-list=registry]", () => import("./pages/registry.js")],
];

async function start() {
  if (new URLSearchParams(location.search).has("h"))
    for (const root of all(document, ".page")) (await import("./search/marks.js")).start(root);
  for (const field of document.querySelectorAll(".known-set input"))
    if (field instanceof HTMLInputElement) field.value = chosenDay();
  for (const box of all(document, "[data-embed]")) {
    delete box.dataset.embed;
    const begin = async () => (await import("./embed.js")).start(box);
    if (box.hasAttribute("open")) begin();
    else box.addEventListener("toggle", begin, { once: true });
  }
  // On a phone, what is drawn large would part the reader from the events by a whole screen.
  if (matchMedia("(max-width: 37.5em)").matches)
    for (const stretch of all(document, ".band__window")) stretch.removeAttribute("open");
  for (const [selector, load] of SCRIPTS) {
    for (const root of all(document, selector)) {
      if (root.dataset.ready) continue;
      const hasNothingToDo = "knownMode" in root.dataset && !chosenDay();
      root.dataset.ready = hasNothingToDo ? "yes" : "soon";
      if (hasNothingToDo) continue;
      try {
        await (await load()).start(root);
        root.dataset.ready = "yes";
      } catch (error) {
        console.error("The page stays as it is:", error);
      }
    }
  }
}

for (const form of all(document, "[data-palette]")) startPalette(form);
keepDay();
listen();
// With instant loading, the theme announces each page; without it, there is one.
if (window.document$) {
  keepFeedsFrom(window.document$);
  window.document$.subscribe(start);
} else start();
