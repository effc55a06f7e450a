// A stretch of time, chosen on the band: by drawing over a strip, or with its two sliders, by keys or
// pointer. It goes into the two date inputs. A finger on a strip scrolls the page.
import { all, find, make } from "./lib/dom.js";

/** @typedef {import("./types").Period} Period */
/** @typedef {import("./lib/words.js").Words} Words */
/** @typedef {[start: number, end: number]} Stretch two edges, in days: its first day, the day after its last */

const DAY = 864e5;
const ALL_COLUMNS = 300; // more than a strip has

/**
 * @param {DOMStringMap} dates
 * @returns {Stretch}
 */
const stretch = ({ from = "", to = "" }) => [Date.parse(from) / DAY, Date.parse(to) / DAY + 1];

/**
 * From the edge of a column so many columns on; from inside of one, its own edge is the first.
 * @param {number} days how many a column has: 1, 7 from Monday on, else months
 */
function columnSteps(days) {
  const months = Math.round(days / 30.44);
  /** @param {number} n */
  const first = (n) => (months ? Date.UTC(2000, n * months - 24000) / DAY : n * days - 3);
  /** @param {number} day */
  const column = (day) => {
    const date = new Date(day * DAY);
    const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
    return Math.floor(months ? month / months : (day + 3) / days);
  };
  return (/** @type {number} */ edge, /** @type {number} */ by) =>
    first(by > 0 ? column(edge) + by : column(edge - 1) + by + 1);
}

export class Band {
  /**
   * @param {HTMLElement} figure
   * @param {Words} words
   * @param {(period: Period) => void} choosePeriod
   */
  constructor(figure, words, choosePeriod) {
    this.figure = figure;
    this.words = words;
    this.choosePeriod = choosePeriod;
    this.whole = stretch(figure.dataset);
    this.edges = this.whole;
    this.isMirrored = getComputedStyle(figure).direction === "rtl"; // as the text runs, so does time
    this.text = make("span");
    const wholeTime = make("button", { type: "button" }, words.say("band.whole"));
    wholeTime.addEventListener("click", () => this.choose(this.whole));
    this.chosen = make("p", { className: "band__chosen" }, this.text, " ", wholeTime);
    find(figure, ".band__part").after(this.chosen);
    figure.classList.add("band--brush");
    this.strips = all(figure, ".band__strip").map((strip) => new Strip(this, strip));
  }

  /** Show the dates of a list's filters. @param {HTMLElement} list */
  follow(list) {
    list.addEventListener("chronology:filtered", (event) => {
      const { from, to, known } = /** @type {CustomEvent} */ (event).detail;
      this.figure.hidden = Boolean(known); // it is drawn from all sources, later ones too
      const whole = this.figure.dataset;
      this.show(stretch({ from: from || whole.from, to: to || whole.to }));
    });
  }

  /** @param {Stretch} edges */
  choose(edges) {
    this.choosePeriod(this.show(edges));
  }

  /**
   * @param {Stretch} edges
   * @returns {Period}
   */
  show(edges) {
    this.edges = edges;
    // The ends of the whole time are no dates: open dates reach beyond.
    const [from, to] = edges.map((edge, n) =>
      (n ? edge < this.whole[1] : edge > this.whole[0])
        ? new Date((edge - n) * DAY).toISOString().slice(0, 10)
        : "",
    );
    const { words } = this;
    const start = from
      ? words.say("band.from", { day: words.day(from) })
      : words.say("band.beginning");
    const end = to ? words.say("band.to", { day: words.day(to) }) : words.say("band.end");
    this.chosen.hidden = !from && !to;
    this.text.textContent = words.say("band.chosen", { start, end });
    for (const strip of this.strips) strip.paint([start, end], Boolean(from || to));
    return { from, to };
  }
}

/** One strip of the band: the whole time, or a window of it. */
class Strip {
  /** While the pointer draws: the day where the stretch stays. @type {number | null} */
  fixed = null;
  /** And the edges before. @type {Stretch} */
  before;
  x = 0;

  /**
   * @param {Band} band
   * @param {HTMLElement} element
   */
  constructor(band, element) {
    this.band = band;
    this.before = band.edges;
    this.element = element;
    const [start, end] = stretch(element.dataset);
    this.start = start;
    this.end = end;
    this.days = Number(element.dataset.days);
    this.step = columnSteps(this.days);
    this.veil = /** @type {Element} */ (element.cloneNode());
    this.veil.setAttribute("class", "band__brush");
    element.before(this.veil);
    element.onpointerdown = (event) => {
      if (event.pointerType !== "touch") this.draw(event, this.dayAt(event));
    };
    element.onpointermove = (event) => this.drag(event);
    element.onlostpointercapture = () => {
      if (band.edges !== this.before) band.choose(band.edges);
      this.fixed = null;
    };
    this.sliders = [this.slider(0), this.slider(1)];
    (element.closest(".band__part") ?? band.figure).append(...this.sliders);
  }

  /** @param {number} edge */
  within(edge) {
    return Math.min(this.end, Math.max(this.start, edge));
  }

  /** How far along the strip an edge stands, in per cent. @param {number} edge */
  share(edge) {
    return ((this.within(edge) - this.start) / (this.end - this.start)) * 100;
  }

  /** @param {PointerEvent} event */
  dayAt(event) {
    const { left, right, width } = this.element.getBoundingClientRect();
    const along = this.band.isMirrored ? right - event.clientX : event.clientX - left;
    const day = this.start + (along / width) * (this.end - this.start);
    return this.within(Math.min(this.end - 1, Math.floor(day)));
  }

  /**
   * @param {PointerEvent} event
   * @param {number} day
   */
  draw(event, day) {
    if (event.button) return;
    this.element.setPointerCapture(event.pointerId);
    [this.fixed, this.before, this.x] = [day, this.band.edges, event.clientX];
  }

  /** @param {PointerEvent} event */
  drag(event) {
    if (this.fixed === null) return;
    const isClick = this.band.edges === this.before && Math.abs(event.clientX - this.x) <= 3;
    if (isClick) return; // it chooses nothing
    const day = this.dayAt(event);
    this.band.show([Math.min(this.fixed, day), Math.max(this.fixed, day) + 1]);
  }

  /** The slider of an edge: 0 for the start, 1 for the end. @param {0 | 1} n */
  slider(n) {
    const { words } = this.band;
    const name = n ? "end" : "start";
    const { from = "", to = "" } = this.element.dataset;
    const slider = make(
      "span",
      {
        className: `band__end band__end--${name}`,
        tabIndex: 0,
        role: "slider",
        ariaValueMin: `${this.start}`,
        ariaValueMax: `${this.end - 1}`,
        ariaLabel: words.say(`band.${name}-of`, { from: words.day(from), to: words.day(to) }),
      },
      words.say(`band.${name}-short`),
    );
    const { y, height } = /** @type {SVGRectElement} */ (/** @type {unknown} */ (this.element));
    slider.style.top = `${y.baseVal.value + height.baseVal.value}px`;
    slider.onpointerdown = (event) => {
      const [start, end] = this.band.edges;
      this.draw(event, n ? start : end - 1);
    };
    slider.onkeydown = (event) => this.press(event, n);
    return slider;
  }

  /**
   * @param {KeyboardEvent} event
   * @param {0 | 1} n
   */
  press(event, n) {
    const { band } = this;
    const page = this.days > 1 ? 12 : 7;
    const right = this.band.isMirrored ? -1 : 1;
    /** @type {Record<string, number>} */
    const columns = {
      ArrowLeft: -right,
      ArrowDown: -1,
      ArrowRight: right,
      ArrowUp: 1,
      PageDown: -page,
      PageUp: page,
      Home: -ALL_COLUMNS,
      End: ALL_COLUMNS,
    };
    const by = columns[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey || (!by && event.key !== "Escape")) return;
    event.preventDefault();
    if (!by) {
      band.choose(band.whole);
      return;
    }
    const [start, end] = band.edges;
    const now = n ? end : start;
    const stepped = this.within(this.step(this.within(now), by));
    // A column is left between the two.
    const next = n
      ? Math.max(stepped, this.step(this.within(start), 1))
      : Math.min(stepped, this.step(Math.min(this.end, end), -1));
    if (next === this.within(next) && (next - now) * by > 0)
      band.choose(n ? [start, next] : [next, end]);
  }

  /**
   * @param {string[]} words of both edges
   * @param {boolean} isChosen
   */
  paint(words, isChosen) {
    const [x1, x2] = this.band.edges.map((edge) => this.share(edge));
    this.veil.setAttribute("x", `${x1}%`);
    this.veil.setAttribute("width", isChosen ? `${Math.max(0, x2 - x1)}%` : "0");
    this.sliders.forEach((slider, n) => {
      slider.style.setProperty("--at", `${n ? x2 : x1}%`);
      slider.ariaValueNow = `${this.within(this.band.edges[n]) - n}`;
      slider.ariaValueText = words[n];
    });
  }
}
