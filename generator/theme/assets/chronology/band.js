// A stretch of time, chosen on the band with the pointer, or with two handles over each strip, by
// keys as well. It goes into the date inputs. A finger on a strip scrolls the page.
import { make, said } from "./base.js";

const DAY = 864e5, LEAST = 4; // px: a click chooses nothing
const MONTHS = { month: 1, quarter: 3, year: 12 }, DAYS = { day: 1, week: 7 };
const STEPS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 };
const number = iso => Date.parse(iso) / DAY, iso = day => new Date(day * DAY).toISOString().slice(0, 10);
const between = (low, value, high) => Math.max(low, Math.min(value, high));
let strips = [];

// `from` and `end` are days, `end` the one after the last; the ends of the whole time are left open.
const choose = (from, end) => document.dispatchEvent(new CustomEvent("chronology:period", {
  detail: { from: from > strips[0].start ? iso(from) : "", to: end < strips[0].end ? iso(end - 1) : "" },
}));

function paint(from, end) {
  for (const strip of strips) strip.paint(from, end);
}

class Strip {
  constructor(target, n) {
    this.target = target;
    this.isWhole = !n;
    this.unit = target.dataset.unit;
    this.start = number(target.dataset.from);
    this.end = number(target.dataset.to) + 1;
    this.veil = target.cloneNode();
    this.veil.setAttribute("class", "brush");
    target.before(this.veil);
    this.drag(target, (from, day) => [Math.min(from, day), Math.max(from, day) + 1]);
    const where = this.isWhole ? "the whole time" : `${said(target.dataset.from)} to ${said(target.dataset.to)}`;
    this.handles = ["Start", "End"].map((name, side) => this.handle(`${name} of the stretch, on ${where}`, side));
  }

  paint(from, end) {
    [this.from, this.until] = [between(this.start, from, this.end - 1), between(this.start + 1, end, this.end)];
    const share = day => between(0, (day - this.start) / (this.end - this.start), 1) * 100;
    const [{ start: first, end: last }] = strips, isAll = from <= first && end >= last;
    this.veil.setAttribute("x", `${share(from)}%`);
    this.veil.setAttribute("width", isAll ? "0" : `${Math.max(0, share(end) - share(from))}%`);
    [this.from, this.until].forEach((day, side) => {
      const handle = this.handles[side], isOpen = this.isWhole && day === (side ? this.end : this.start);
      handle.style.setProperty("--at", `${share(day)}%`);
      handle.ariaValueNow = day - side;
      handle.ariaValueText = isOpen ? `the ${side ? "end" : "start"} of the whole time` : said(iso(day - side));
    });
  }

  at(event) {
    const box = this.target.getBoundingClientRect();
    return Math.floor(this.start + between(0, (event.clientX - box.left) / box.width, .99999) * (this.end - this.start));
  }

  // `stretch`: of the day where the pointer went down, and of that where it is.
  drag(element, stretch, byTouch = false) {
    let from = null, x = 0, last = null;
    element.addEventListener("pointerdown", event => {
      if ((event.pointerType === "touch" && !byTouch) || event.button) return;
      element.setPointerCapture(event.pointerId);
      [from, x, last] = [this.at(event), event.clientX, null];
    });
    element.addEventListener("pointermove", event => {
      if (from === null || (!last && Math.abs(event.clientX - x) < LEAST)) return;
      last = stretch(from, this.at(event));
      paint(...last);
    });
    element.addEventListener("pointerup", () => { if (last) choose(...last); from = null; });
    element.addEventListener("pointercancel", () => { from = null; });
  }

  handle(name, side) {
    const handle = make("div", { className: `band__end band__end--${side ? "end" : "start"}`, role: "slider", tabIndex: 0, ariaLabel: name });
    handle.ariaValueMin = this.start;
    handle.ariaValueMax = this.end - 1;
    handle.style.setProperty("--top", `${this.target.getAttribute("y")}px`);
    const moved = day => side ? [this.from, between(this.from + 1, day, this.end)] : [between(this.start, day, this.until - 1), this.until];
    handle.addEventListener("keydown", event => {
      const { key } = event, day = side ? this.until : this.from;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (key === "Escape") choose(strips[0].start, strips[0].end);
      else if (key === "Home" || key === "End") choose(...moved(key === "Home" ? this.start : this.end));
      else if (STEPS[key]) choose(...moved(this.step(day, STEPS[key])));
      else return;
      event.preventDefault();
    });
    this.drag(handle, (_, day) => moved(day + side), true);
    return handle;
  }

  step(day, columns) {
    if (DAYS[this.unit]) return day + columns * DAYS[this.unit];
    const date = new Date(day * DAY), isInside = date.getUTCDate() > 1; // then a step back leads to the start
    date.setUTCMonth(date.getUTCMonth() + columns * MONTHS[this.unit] + (isInside && columns < 0), 1);
    return date / DAY;
  }
}

function prepare(band) {
  band.dataset.ready = "yes";
  band.classList.add("band--brush");
  strips = [...band.querySelectorAll(".band__strip")].map((target, n) => new Strip(target, n));
  const group = make("div", { className: "band__ends", role: "group", ariaLabel: "Choose a stretch of time" });
  group.append(...strips.flatMap(strip => strip.handles));
  band.querySelector(".band__plot").after(group);
}

// Only where there are date inputs to write into.
document.addEventListener("chronology:filtered", event => {
  const band = document.querySelector(".page--timeline .band");
  if (!band) return;
  if (!band.dataset.ready) prepare(band);
  const { from, to, known } = event.detail;
  band.hidden = Boolean(known); // it is drawn from all sources, later ones too
  paint(from ? number(from) : strips[0].start, to ? number(to) + 1 : strips[0].end);
});
