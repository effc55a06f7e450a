// A stretch of time, chosen on the band: by drawing over a strip, or with its two sliders, by keys or
// pointer. It goes into the two date inputs. A finger on a strip scrolls the page.
import { all, make, said } from "./lib/base.js";

// A stretch is two edges, in days: its first day, and the day after its last.
const DAY = 864e5, stretch = ({ from, to }) => [Date.parse(from) / DAY, Date.parse(to) / DAY + 1];

// From the edge of a column so many columns on; from inside of one, its own edge is the first.
function steps(days) {
  const months = Math.round(days / 30.44); // none: days, or weeks from Monday on
  const first = n => months ? Date.UTC(2000, n * months - 24000) / DAY : n * days - 3;
  const column = day => {
    const date = new Date(day * DAY);
    return Math.floor(months ? (date.getUTCFullYear() * 12 + date.getUTCMonth()) / months : (day + 3) / days);
  };
  return (edge, by) => first(by > 0 ? column(edge) + by : column(edge - 1) + by + 1);
}

function brush(band) {
  const whole = stretch(band.dataset);
  const painters = [], text = make("span");
  const chosen = make("p", { className: "band__chosen" }, text, " ",
    make("button", { type: "button", onclick: () => choose(whole) }, "Whole time"));
  let edges = whole;

  const show = next => {
    edges = next; // of the whole time they are no dates: open dates reach beyond
    const [from, to] = edges.map((edge, n) => (n ? edge < whole[1] : edge > whole[0])
      ? new Date((edge - n) * DAY).toISOString().slice(0, 10) : "");
    const words = [from ? `from ${said(from)}` : "from the beginning", to ? `to ${said(to)}` : "to the end"];
    text.textContent = `Chosen: ${words.join(" ")}.`;
    for (const painter of painters) painter(words, from || to);
    return { from, to };
  };
  const choose = next => document.dispatchEvent(new CustomEvent("chronology:period", { detail: show(next) }));
  band.querySelector("svg").after(chosen);
  band.classList.add("band--brush");

  for (const target of all(band, ".band__strip")) {
    const { from, to, days } = target.dataset, where = `${said(from)} to ${said(to)}`, [start, end] = stretch(target.dataset), step = steps(days);
    const within = edge => Math.min(end, Math.max(start, edge)), share = edge => (within(edge) - start) / (end - start) * 100;
    const veil = target.cloneNode();
    veil.setAttribute("class", "band__brush");
    target.before(veil);

    let fixed = null, before, x; // while the pointer draws: the day where the stretch stays
    const at = event => {
      const { left, width } = target.getBoundingClientRect();
      return within(Math.min(end - 1, Math.floor(start + (event.clientX - left) / width * (end - start))));
    };
    const draw = (event, day) => {
      if (event.button) return;
      target.setPointerCapture(event.pointerId);
      [fixed, before, x] = [day, edges, event.clientX];
    };
    target.onpointerdown = event => { if (event.pointerType !== "touch") draw(event, at(event)); };
    target.onpointermove = event => {
      if (fixed !== null && (edges !== before || Math.abs(event.clientX - x) > 3)) // a click chooses nothing
        show([Math.min(fixed, at(event)), Math.max(fixed, at(event)) + 1]);
    };
    target.onlostpointercapture = () => {
      if (edges !== before) choose(edges);
      fixed = null;
    };

    const own = ["start", "end"].map((word, n) => {
      const slider = make("span", {
        className: `band__end band__end--${word}`, tabIndex: 0, role: "slider", ariaValueMin: start, ariaValueMax: end - 1,
        ariaLabel: `${n ? "End" : "Start"} of the stretch, ${where}`,
      }, word);
      slider.style.top = `${target.y.baseVal.value + target.height.baseVal.value}px`;
      slider.onpointerdown = event => draw(event, n ? edges[0] : edges[1] - 1);
      slider.onkeydown = event => {
        const { key } = event, page = days > 1 ? 12 : 7, most = 300; // columns in a strip
        const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -page, PageUp: page, Home: -most, End: most }[key];
        if (event.altKey || event.ctrlKey || event.metaKey || (!by && key !== "Escape")) return;
        event.preventDefault();
        if (!by) return choose(whole);
        // A column is left between the two.
        const now = edges[n], limit = n ? step(within(edges[0]), 1) : step(Math.min(end, edges[1]), -1);
        const next = Math[n ? "max" : "min"](within(step(within(now), by)), limit);
        if (next === within(next) && (next - now) * by > 0) choose(n ? [edges[0], next] : [next, edges[1]]);
      };
      return slider;
    });
    chosen.before(...own);
    painters.push((words, isOn) => {
      const [x1, x2] = edges.map(share);
      veil.setAttribute("x", `${x1}%`);
      veil.setAttribute("width", isOn ? `${Math.max(0, x2 - x1)}%` : "0");
      own.forEach((slider, n) => {
        slider.style.setProperty("--at", `${share(edges[n])}%`);
        slider.ariaValueNow = within(edges[n]) - n;
        slider.ariaValueText = words[n];
      });
    });
  }
  return ({ from, to }) => show(stretch({ from: from || band.dataset.from, to: to || band.dataset.to }));
}

// Only where there are date inputs to write into.
document.addEventListener("chronology:filtered", ({ detail }) => {
  const band = document.querySelector(".page--timeline .band");
  if (!band) return;
  band.hidden = Boolean(detail.known); // it is drawn from all sources, later ones too
  (band.show ||= brush(band))(detail);
});
