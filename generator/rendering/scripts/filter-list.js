// A list with filters: the form, the counts, "N of M", and the address that carries the view
// (?source=…&from=…&to=…&words=…&known=…), so that it can be shared, reloaded and come back to.
// The list is complete without it. pages/timeline.js and pages/differences.js say what their lists hold.
import { make, number, plural, said } from "./lib/base.js";

const DIRECT = 10; // so many choices of a facet are shown at once
const WAYS = {
  differ: "what accounts differ on", on: "what they differ on", measure: "what is counted", verdict: "how they differ",
  kind: "the kinds", actor: "the actors", place: "the places", source: "the sources",
};
let current = null;

export const fold = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ı", "i").replace(/[’‘]/g, "'");

// A filtered list has: `noun`, `rows` (each with the numbers of its choices under each facet, from,
// to, isKnown), and asKnown(day), show(hits, isOn); it may have tell(day), need(state, isOn).
export class FilteredList {
  constructor(root, index, rows) {
    this.root = root;
    this.page = root.closest(".page") || document;
    this.form = root.querySelector("form");
    this.box = root.querySelector(".filters");
    this.result = root.querySelector(".result");
    this.rows = rows;
    this.facets = [...root.querySelectorAll("[data-facet]")].map((set, n) => {
      const key = set.dataset.facet;
      return { key, set, bit: 1 << n, isAll: "all" in set.dataset, options: index[key] };
    });
    [this.PERIOD, this.WORDS, this.KNOWN] = [0, 1, 2].map(n => 1 << this.facets.length + n);
  }

  async start() {
    for (const facet of this.facets) this.offer(facet);
    this.fields = [...this.form.elements].filter(field => field.name);
    this.read();
    this.form.addEventListener("submit", e => { e.preventDefault(); this.apply(); });
    // By bubbling, fields of the form that stand elsewhere would be missed.
    for (const field of this.fields) field.addEventListener("input", () => this.soon(field));
    this.result.querySelector(".result__clear").addEventListener("click", e => {
      if (e.metaKey || e.ctrlKey || e.shiftKey) return;
      e.preventDefault();
      this.form.reset();
      this.apply();
      this.box.querySelector("summary").focus();
    });
    this.box.open = matchMedia("(min-width: 60em)").matches;
    for (const part of [this.box, this.result, this.page.querySelector(".as-known-on")]) if (part) part.hidden = false;
    current = this;
    await this.apply();
  }

  // The choices of a facet, the most frequent first.
  offer(facet) {
    const { key, set, options } = facet, counts = options.map(() => 0);
    for (const row of this.rows) for (const n of row[key]) counts[n]++;
    const order = options.map((_, n) => n).filter(n => counts[n])
      .sort((a, b) => counts[b] - counts[a] || options[a][1].localeCompare(options[b][1]));
    facet.choices = order.map(n => {
      const box = make("input", { type: "checkbox", name: key, value: options[n][0] });
      const count = make("span", { className: "filters__n" });
      return { n, box, count, label: make("label", {}, box, make("span", {}, options[n][1]), " ", count) };
    });
    const labels = facet.choices.map(choice => choice.label);
    set.append(...labels.slice(0, labels.length > DIRECT + 2 ? DIRECT : labels.length));
    if (labels.length > DIRECT + 2)
      set.append(make("details", {}, make("summary", {}, `${labels.length - DIRECT} more`), ...labels.slice(DIRECT)));
    set.hidden = !labels.length;
  }

  // From the address into the form.
  read() {
    const query = new URLSearchParams(location.search);
    for (const field of this.fields) {
      if (field.type === "checkbox") field.checked = query.getAll(field.name).includes(field.value);
      else field.value = query.get(field.name) || "";
      const more = field.checked && field.closest("fieldset > details");
      if (more) more.open = true;
    }
  }

  state() {
    const value = name => this.form.elements[name].value;
    return {
      chosen: this.facets.map(({ choices }) => choices.filter(({ box }) => box.checked).map(({ n }) => n)),
      from: number(value("from")), to: number(value("to")), known: number(value("known")),
      words: fold(value("words")).split(/\s+/).filter(Boolean),
    };
  }

  // Typing is waited for; a choice answers at once.
  soon(field) {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.apply(), field.type === "checkbox" ? 0 : 120);
  }

  // The numbers of the rows that fit, how many fit each choice beside the other filters, and how many
  // would fit without one of them.
  fit({ chosen, from, to, words, known }) {
    const counts = this.facets.map(() => []), without = {}, hits = [];
    this.rows.forEach((row, n) => {
      let fails = 0;
      this.facets.forEach(({ key, bit, isAll }, f) => {
        const want = chosen[f], has = value => row[key].includes(value);
        if (want.length && !(isAll ? want.every(has) : want.some(has))) fails |= bit;
      });
      if ((from && row.to < from) || (to && row.from > to)) fails |= this.PERIOD;
      if (words.length && !words.every(word => this.texts[n].includes(word))) fails |= this.WORDS;
      if (known && !row.isKnown) fails |= this.KNOWN;
      if (!fails) hits.push(n);
      else if (!(fails & (fails - 1))) without[fails] = (without[fails] || 0) + 1;
      this.facets.forEach(({ key, bit, isAll }, f) => {
        if (!fails || (fails === bit && !isAll))
          for (const value of row[key]) counts[f][value] = (counts[f][value] || 0) + 1;
      });
    });
    return { hits, counts, without };
  }

  async need() {}

  tell() {}

  async apply() {
    clearTimeout(this.waiting);
    const query = new URLSearchParams([...new FormData(this.form)].filter(([, value]) => value.trim()));
    const state = this.state(), isOn = [...query].length > 0;
    const turn = this.turn = (this.turn || 0) + 1;
    try {
      await this.need(state, isOn);
    } catch (error) {
      this.say(`The list could not be loaded (${error.message}).`);
      return;
    }
    if (turn !== this.turn || current !== this) return;
    const start = performance.now();
    if (state.known !== (this.day || 0)) {
      this.day = state.known;
      this.asKnown(state.known);
      this.tell(state.known, this.form.elements.known.value);
    }
    const found = this.fit(state);
    this.facets.forEach(({ choices }, f) => {
      for (const { n, box, count, label } of choices) {
        count.textContent = found.counts[f][n] || 0;
        label.classList.toggle("filters__none", !found.counts[f][n] && !box.checked);
      }
    });
    this.show(found.hits, isOn);
    this.report(state, found, isOn, [...query].length);
    this.remember(query);
    this.root.dataset.took = (performance.now() - start).toFixed(1);
    const { from, to, known } = this.form.elements;
    document.dispatchEvent(new CustomEvent("chronology:filtered", { detail: {
      from: from.value, to: to.value, known: known.value, shown: found.hits.length, total: this.rows.length, isOn,
    } }));
  }

  report(state, { hits, without }, isOn, count) {
    const total = plural(this.rows.length, this.noun);
    const day = this.form.elements.known.value;
    const known = day ? `, as known on ${said(day)}` : "";
    this.say(!isOn ? `All ${total}` : `${hits.length.toLocaleString("en")} of ${total}${known}${state.to && state.from > state.to ? ". The first date is after the second." : hits.length ? "" : this.relax(without)}`);
    this.result.querySelector(".result__clear").hidden = !isOn;
    this.box.querySelector(".filters__on").textContent = isOn ? `${count} chosen` : "";
  }

  // What to take back where nothing fits.
  relax(without) {
    const names = [...this.facets.map(({ key }) => WAYS[key]), "the dates", "the words", "the day in “as known on”"];
    const ways = names.flatMap((name, n) => without[1 << n] ? [`${name} (${without[1 << n].toLocaleString("en")})`] : []);
    const noun = `${this.noun[0].toUpperCase()}${this.noun.slice(1)}s`;
    return ways.length ? `. ${noun} would be found without ${ways.join(", or without ")}.` : ". No one filter alone is in the way: take back two, or clear.";
  }

  say(text) {
    const output = this.result.querySelector("output");
    if (output.textContent !== text) output.textContent = text;
  }

  // The first change at once, then not too often: browsers allow about three a second.
  remember(query) {
    clearTimeout(this.writing);
    const path = location.pathname, text = String(query);
    this.writing = setTimeout(() => {
      if (current !== this || location.pathname !== path) return;
      this.written = performance.now();
      history.replaceState(history.state, "", (text ? `?${text}` : path) + location.hash);
    }, Math.max(0, 350 - (performance.now() - (this.written ?? -350))));
  }
}

// Other scripts set the two dates: {from, to} as "2021-05-06", "" for none.
document.addEventListener("chronology:period", event => {
  if (!current) return;
  const { from, to } = current.form.elements;
  from.value = event.detail.from || "";
  to.value = event.detail.to || "";
  current.soon(from);
});
