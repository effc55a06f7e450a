// The way into the search: its field and its keys. What answers is fetched when the field is first used.

const KEYS = ["/", "s", "f"];

/** Listen to the field of the search, and to the keys that lead to it. */
export function listen() {
  const box = document.querySelector("[data-search]");
  const field = box?.querySelector("input");
  if (!(box instanceof HTMLElement) || !field) return;
  const open = async () => (await import("./panel.js")).panelOf(box);
  field.addEventListener("focus", open, { once: true });
  if (document.activeElement === field) open();
  field.form?.addEventListener("submit", async (event) => {
    event.preventDefault();
    (await open()).openBest();
  });
  // In narrow windows there is a sign alone.
  box.querySelector(".search__open")?.addEventListener("click", () => {
    box.dataset.open = "";
    field.focus();
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
    box.dataset.open = "";
    field.focus();
  });
}
