// The one script that pages name; it fetches what a page needs. Every page is complete without it.
import { keepDay, lists } from "./as-known-on.js";

const KINDS = [
  [".filtered-list[data-list=timeline]", () => import("./pages/timeline.js")],
  [".filtered-list[data-list=differences]", () => import("./pages/differences.js")],
  [".page--event", () => import("./pages/event.js")],
  [".page:is(.page--home, .page--actor, .page--place, .page--source, .page--archive, .page--registry, .page--sources, .page--corrections)",
    async () => ({ start: lists })],
];

async function start() {
  for (const [selector, script] of KINDS) {
    const root = document.querySelector(selector);
    if (!root || root.dataset.ready) continue;
    root.dataset.ready = "soon";
    try {
      await (await script()).start(root);
      root.dataset.ready = "yes";
    } catch (error) {
      console.error("The page stays as it is:", error);
    }
  }
}

keepDay();
// With instant loading, the theme announces each page; without it, there is one.
if (window.document$) window.document$.subscribe(start);
else start();
