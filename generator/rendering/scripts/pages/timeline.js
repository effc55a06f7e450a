// The timeline's list: where all events stand on the page, its rows are hidden and shown; where only
// the newest year does, the events found are a list of their own.
import { data, make, plural } from "../lib/base.js";
import { EventIndex } from "../event-index.js";
import { FilteredList, fold } from "../filter-list.js";
import "../band.js";

const AT_ONCE = 200; // so many hits are drawn at once where they do not stand on the page

class Timeline extends FilteredList {
  noun = "event";

  constructor(root, index) {
    const events = new EventIndex(index);
    super(root, { ...index, differ: [...index.differ, ["any", "anything"]] }, events.all);
    this.events = events;
    this.years = root.querySelector(".years");
    this.lines = "whole" in root.dataset ? [...this.years.querySelectorAll(".timeline-event")] : null;
    if (this.lines && this.lines.length !== index.events.length) throw new Error("the index is of another day");
    this.lines?.reduce((lead, line, n) => line.lead = line.classList.contains("timeline-event--same-day") ? lead : n, 0);
  }

  // What is only fetched when it is needed.
  async need(state, isOn) {
    if (!this.lines && isOn) this.titles ||= await data("timeline-titles");
    if (!state.words.length || this.texts) return;
    const titles = this.lines ? this.lines.map(line => line.querySelector("h3").textContent) : this.titles.map(row => row[1]);
    this.texts = (await data("timeline-summaries")).map((summary, n) => fold(`${titles[n]} ${summary}`));
  }

  asKnown(day) {
    this.events.asKnown(day);
  }

  // Account counts and differences of the rows on the page, as of a day.
  tell(day) {
    this.lines?.forEach((line, n) => {
      const e = this.rows[n];
      this.events.tell(line, e);
      if (e.told.length < this.root.dataset.major) return;
      const isMajor = e.accounts >= this.root.dataset.major;
      line.classList.toggle("timeline-event--major", isMajor);
      line.querySelector(".timeline-event__summary").hidden = !isMajor;
    });
    const note = this.page.querySelector("#known-note"), later = this.events.later(day);
    this.note ||= note.textContent;
    note.textContent = day
      ? `${later ? plural(later, "later source") + " and all that they alone tell" : "No source"} left out, and the band, which is drawn from all. Titles and summaries are ours and know every source.`
      : this.note;
  }

  show(hits, isOn) {
    if (!this.lines) return this.draw(hits, isOn);
    const shown = new Set(hits);
    let lead = -1;
    this.lines.forEach((line, n) => {
      line.hidden = !shown.has(n);
      if (line.hidden) return;
      line.classList.toggle("timeline-event--same-day", line.lead === lead); // the day is printed once
      lead = line.lead;
    });
    for (const part of this.years.querySelectorAll(".month, .year")) part.hidden = !part.querySelector(".timeline-event:not([hidden])");
    for (const gap of this.years.querySelectorAll(".gap")) gap.hidden = isOn;
    this.years.hidden = !hits.length;
  }

  draw(hits, isOn) {
    this.years.hidden = isOn;
    this.hits?.remove();
    this.hits = null;
    if (!isOn || !hits.length) return;
    const list = make("ol", { className: "event-rows" }), more = make("button", { type: "button" });
    const add = () => {
      const at = list.childElementCount;
      list.append(...hits.slice(at, at + AT_ONCE).map(n => this.row(n)));
      const rest = hits.length - list.childElementCount;
      more.hidden = !rest;
      more.textContent = `Show ${Math.min(rest, AT_ONCE)} more of ${rest.toLocaleString("en")}`;
      return list.children[at];
    };
    more.addEventListener("click", () => add().querySelector("a").focus());
    this.hits = make("section", { className: "hits" }, make("h2", { className: "visually-hidden" }, "Events found"), list, more);
    add();
    this.years.after(this.hits);
  }

  row(n) {
    const e = this.rows[n], [id, title, date, ...marks] = this.titles[n], { kind, place } = this.events.index;
    const link = make("a", { href: `../events/${id}/` }, title);
    const [, name, shape] = kind[e.kind[0]];
    const meta = make("p", { className: "meta" }, make("span", {}, sign(shape), name));
    for (const mark of marks) meta.append(" ", make("b", {}, mark));
    for (const of of e.place) meta.append(" ", make("span", {}, place[of][1]));
    meta.append(" ", make("span", {}, plural(e.accounts, "account")));
    if (e.differ.length) {
      const differs = make("span", { className: "sign", ariaHidden: "true" }, "≠");
      meta.append(" ", make("span", { className: "differs" }, differs, ` differ on ${this.events.differOn(e)}`));
    }
    return make("li", {}, make("p", { className: "event-rows__date" }, date), make("div", {}, make("h3", {}, link), meta));
  }
}

// The sign of a kind, as generator/rendering/drawings/kind_signs.py draws it.
function sign(shape) {
  const [svg, path] = ["svg", "path"].map(name => document.createElementNS("http://www.w3.org/2000/svg", name));
  svg.setAttribute("class", "kind-sign");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", shape);
  svg.append(path);
  return svg;
}

export const start = async root => {
  const timeline = new Timeline(root, await data("timeline-index"));
  if (root.isConnected) await timeline.start();
};
