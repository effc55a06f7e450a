// A stretch of time, chosen on the band with the pointer; it goes into the two date inputs, which
// stay the control, and the way by keyboard. A finger scrolls the page.
(() => {
  "use strict";

  const DAY = 864e5, LEAST = 4; // px: a click chooses nothing
  const number = iso => Date.parse(iso) / DAY, iso = day => new Date(day * DAY).toISOString().slice(0, 10);
  let paint = () => {};

  const choose = (from, to) => document.dispatchEvent(new CustomEvent("chronology:period", { detail: { from, to } }));

  function brush(band) {
    band.dataset.ready = "yes";
    band.classList.add("band--brush");
    const strips = [...band.querySelectorAll(".band__strip")].map(target => {
      const veil = target.cloneNode();
      veil.setAttribute("class", "brush");
      veil.setAttribute("width", "0");
      target.before(veil);
      return { target, veil, start: number(target.dataset.from), end: number(target.dataset.to) + 1 };
    });
    paint = (from, to) => {
      for (const { veil, start, end } of strips) {
        const a = Math.max(start, from ? number(from) : start), b = Math.min(end, to ? number(to) + 1 : end);
        veil.setAttribute("x", `${(a - start) / (end - start) * 100}%`);
        veil.setAttribute("width", from || to ? `${Math.max(0, b - a) / (end - start) * 100}%` : "0");
      }
    };
    for (const { target, start, end } of strips) {
      const at = event => {
        const box = target.getBoundingClientRect();
        const share = Math.min(.99999, Math.max(0, (event.clientX - box.left) / box.width));
        return Math.floor(start + share * (end - start));
      };
      let from = null, x = 0, last = null;
      target.addEventListener("pointerdown", event => {
        if (event.pointerType === "touch" || event.button) return;
        target.setPointerCapture(event.pointerId);
        [from, x, last] = [at(event), event.clientX, null];
      });
      target.addEventListener("pointermove", event => {
        if (from === null || (!last && Math.abs(event.clientX - x) < LEAST)) return;
        const day = at(event);
        last = [iso(Math.min(from, day)), iso(Math.max(from, day))];
        paint(...last);
      });
      target.addEventListener("pointerup", () => { if (last) choose(...last); from = null; });
      target.addEventListener("pointercancel", () => { from = null; });
    }
  }

  // Only where there are date inputs to write into.
  document.addEventListener("chronology:filtered", event => {
    const band = document.querySelector(".page--timeline .band");
    if (!band) return;
    if (!band.dataset.ready) brush(band);
    band.hidden = Boolean(event.detail.known); // it is drawn from all sources, later ones too
    paint(event.detail.from, event.detail.to);
  });
})();
