// The way into the search: its field and its keys. What answers is fetched when the field is first used.

const KEYS = ["/", "s", "f"];

/** @param {HTMLElement} box */
export function open(box) {
  box.dataset.open = "";
  box.querySelector(".search__open")?.setAttribute("aria-expanded", "true");
}

/** @param {HTMLElement} box */
export function close(box) {
  delete box.dataset.open;
  box.querySelector(".search__open")?.setAttribute("aria-expanded", "false");
  box.querySelector("input")?.blur();
}

/** Listen to the field of the search, and to the keys that lead to it and back. */
export function listen() {
  const box = document.querySelector("[data-search]");
  const field = box?.querySelector("input");
  if (!(box instanceof HTMLElement) || !field) return;
  document.querySelector(".search-missing")?.remove();
  const panel = async () => (await import("./panel.js")).panelOf(box);
  field.addEventListener("focus", () => {
    open(box);
    panel();
  });
  field.form?.addEventListener("submit", async (event) => {
    event.preventDefault();
    (await panel()).openBest();
  });
  // In narrow windows there is a sign alone.
  box.querySelector(".search__open")?.addEventListener("click", () => {
    open(box);
    field.focus();
  });
  box.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") close(box);
  });
  document.addEventListener("keydown", (event) => {
    const { target } = event;
    const isTyping =
      target instanceof HTMLElement &&
      (target.isContentEditable ||
        target.matches("input:not([type=checkbox], [type=radio]), select, textarea"));
    if (isTyping || event.metaKey || event.ctrlKey || event.altKey || !KEYS.includes(event.key))
      return;
    event.preventDefault();
    open(box);
    field.focus();
  });
  if (document.activeElement === field) panel();
}
