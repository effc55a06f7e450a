// The timeline's filters and "as known on". The list is complete without them.
//
// Data: data/timeline-index.json and its siblings, described in generator/pages/facets.py.
// State: the form; the address follows it (?kind=…&actor=…&from=…&to=…&words=…&known=…) and is read
// when the page opens, so that a view can be shared, reloaded and come back to.
// For other scripts, both on `document`:
//   listens to  chronology:period    {from, to}  sets the two dates ("2021-05-06", "" for none)
//   announces   chronology:filtered  {from, to, known, shown, total, isOn}
(() => {
  "use strict";

  const FACETS = ["differ", "kind", "actor", "place", "source"]; // a bit each, then these:
  const PERIOD = 1 << FACETS.length, WORDS = PERIOD << 1, KNOWN = WORDS << 1;
  const AT_ONCE = 200; // so many hits are drawn at once where they do not stand on the page
  const DIRECT = 10; // so many choices of a facet are shown at once
  const MONTHS = "January February March April May June July August September October November December".split(" ");
  const fetched = {};
  let current = null;

  const get = url => fetched[url] ||= fetch(url, { cache: "no-cache" }).then(
    answer => answer.ok ? answer.json() : Promise.reject(new Error(`${url}: ${answer.status}`)));
  const fold = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ı", "i").replace(/[’‘]/g, "'");
  const number = iso => +iso.replaceAll("-", "");
  const said = iso => { const [y, m, d] = iso.split("-").map(Number); return `${d} ${MONTHS[m - 1]} ${y}`; };
  const plural = (n, word) => `${n.toLocaleString("en")} ${word}${n === 1 ? "" : "s"}`;
  const make = (tag, values, ...children) => {
    const element = Object.assign(document.createElement(tag), values);
    element.append(...children);
    return element;
  };

  // What the index says, and what each event is worth by a day: only what was told by then counts.
  class Events {
    constructor(index) {
      this.index = index;
      this.all = index.events.map(([kind, actors, place, told, from, to, differs, later]) =>
        ({ kind: [kind], actors, place, told, from, to: to || from, differs, later: later || [] }));
      this.asKnown(0);
    }

    asKnown(day) {
      const by = day || Infinity, days = this.index.source.map(source => source[2]);
      this.day = day;
      for (const e of this.all) {
        const told = e.told.filter(source => days[source] <= by);
        e.accounts = told.length;
        e.source = [...new Set(told)];
        e.actor = e.actors.concat(e.later.filter(one => one[1] <= by).map(one => one[0]));
        e.differ = e.differs ? e.differs.flatMap((since, n) => since && since <= by ? [n] : []) : [];
        if (e.differ.length) e.differ.push(e.differs.length); // the last choice: on anything
      }
    }

    // The numbers of the events that fit, how many fit each choice beside the other filters, and
    // how many would fit without one of them.
    fit({ chosen, from, to, words, known }, texts) {
      const counts = FACETS.map(() => []), without = {}, hits = [];
      this.all.forEach((e, n) => {
        let fails = 0;
        FACETS.forEach((facet, f) => {
          const want = chosen[f];
          if (!want.length) return;
          const has = value => e[facet].includes(value);
          if (!(facet === "actor" ? want.every(has) : want.some(has))) fails |= 1 << f;
        });
        if ((from && e.to < from) || (to && e.from > to)) fails |= PERIOD;
        if (words.length && !words.every(word => texts[n].includes(word))) fails |= WORDS;
        if (known && !e.accounts) fails |= KNOWN;
        if (!fails) hits.push(n);
        else if (!(fails & (fails - 1))) without[fails] = (without[fails] || 0) + 1;
        FACETS.forEach((facet, f) => {
          if (!fails || (fails === 1 << f && facet !== "actor"))
            for (const value of e[facet]) counts[f][value] = (counts[f][value] || 0) + 1;
        });
      });
      return { hits, counts, without };
    }
  }

  class Timeline {
    constructor(root, index) {
      this.root = root;
      this.page = root.closest(".page") || document;
      this.base = new URL(root.dataset.root, location.href);
      this.form = root.querySelector("form");
      this.box = root.querySelector(".filters");
      this.result = root.querySelector(".result");
      this.years = root.querySelector(".years");
      this.events = new Events(index);
      this.rows = "whole" in root.dataset ? [...this.years.querySelectorAll(".event")] : null;
      if (this.rows && this.rows.length !== index.events.length) throw new Error("the index is of another day");
      this.rows?.reduce((lead, row, n) => row.lead = row.classList.contains("event--same") ? lead : n, 0);
      this.names = FACETS.map(facet => index[facet].map(choice => choice[1]));
      this.ids = FACETS.map(facet => index[facet].map(choice => choice[0]));
      this.names[0].push("anything");
      this.ids[0].push("any");
      this.choices = FACETS.map((facet, f) => this.offer(facet, f));
      this.fields = [...this.form.elements].filter(field => field.name);
    }

    start() {
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
      for (const part of [this.box, this.result, this.page.querySelector(".known")]) if (part) part.hidden = false;
      return this.apply();
    }

    // The choices of a facet, the most frequent first.
    offer(facet, f) {
      const { counts } = this.events.fit({ chosen: FACETS.map(() => []), words: [] });
      const order = this.ids[f].map((_, n) => n).filter(n => counts[f][n])
        .sort((a, b) => counts[f][b] - counts[f][a] || this.names[f][a].localeCompare(this.names[f][b]));
      const set = this.root.querySelector(`[data-facet="${facet}"]`);
      const made = [];
      for (const n of order) {
        const box = make("input", { type: "checkbox", name: facet, value: this.ids[f][n] });
        const count = make("span", { className: "filters__n" });
        made.push({ n, box, count, label: make("label", {}, box, make("span", {}, this.names[f][n]), " ", count) });
      }
      const labels = made.map(choice => choice.label);
      set.append(...labels.slice(0, labels.length > DIRECT + 2 ? DIRECT : labels.length));
      if (labels.length > DIRECT + 2)
        set.append(make("details", {}, make("summary", {}, `${labels.length - DIRECT} more`), ...labels.slice(DIRECT)));
      set.hidden = !labels.length;
      return made;
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
        chosen: this.choices.map(made => made.filter(({ box }) => box.checked).map(({ n }) => n)),
        from: number(value("from")), to: number(value("to")), known: number(value("known")),
        words: fold(value("words")).split(/\s+/).filter(Boolean),
      };
    }

    // Typing is waited for; a choice answers at once.
    soon(field) {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.apply(), field.type === "checkbox" ? 0 : 120);
    }

    data(name) {
      return get(new URL(`data/timeline-${name}.json`, this.base).href);
    }

    // What is only fetched when it is needed.
    async need(state, isOn) {
      if (!this.rows && isOn) this.titles ||= await this.data("titles");
      if (!state.words.length || this.texts) return;
      const titles = this.rows ? this.rows.map(row => row.querySelector("h3").textContent) : this.titles.map(row => row[1]);
      this.texts = (await this.data("summaries")).map((summary, n) => fold(`${titles[n]} ${summary}`));
    }

    async apply() {
      clearTimeout(this.waiting);
      const query = new URLSearchParams([...new FormData(this.form)].filter(([, value]) => value.trim()));
      const state = this.state(), isOn = [...query].length > 0;
      const turn = this.turn = (this.turn || 0) + 1;
      try {
        await this.need(state, isOn);
      } catch (error) {
        this.say(`The list of events could not be loaded (${error.message}).`);
        return;
      }
      if (turn !== this.turn || current !== this) return;
      const start = performance.now();
      if (state.known !== this.events.day) {
        this.events.asKnown(state.known);
        this.tell(state.known);
      }
      const found = this.events.fit(state, this.texts);
      this.choices.forEach((made, f) => {
        for (const { n, box, count, label } of made) {
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
        from: from.value, to: to.value, known: known.value,
        shown: found.hits.length, total: this.events.all.length, isOn,
      } }));
    }

    // Account counts, differences and links of the rows on the page, as of a day.
    tell(day) {
      const iso = this.form.elements.known.value;
      for (const link of this.years.querySelectorAll(".event h3 a")) link.search = day ? `?known=${iso}` : "";
      this.rows?.forEach((row, n) => {
        const { accounts, differ, told } = this.events.all[n];
        row.querySelector(".n").textContent = plural(accounts, "account");
        const mark = row.querySelector(".differs");
        if (mark) {
          mark.hidden = !differ.length;
          mark.lastChild.textContent = ` differ on ${this.differOn(differ)}`;
        }
        if (told.length < this.root.dataset.major) return;
        const isMajor = accounts >= this.root.dataset.major;
        row.classList.toggle("event--major", isMajor);
        row.querySelector(".event__summary").hidden = !isMajor;
      });
      const note = this.page.querySelector("#known-note");
      if (!note) return;
      this.note ||= note.textContent;
      const later = this.events.index.source.filter(source => day && source[2] > day).length;
      note.textContent = day
        ? `${later ? plural(later, "later source") + " and all that they alone tell" : "No source"} left out, and the band, which is drawn from all. Titles and summaries are ours and know every source.`
        : this.note;
    }

    differOn(differ) {
      return differ.slice(0, -1).map(n => this.names[0][n]).join(", ");
    }

    show(hits, isOn) {
      if (!this.rows) return this.draw(hits, isOn);
      const shown = new Set(hits);
      let lead = -1;
      this.rows.forEach((row, n) => {
        row.hidden = !shown.has(n);
        if (row.hidden) return;
        row.classList.toggle("event--same", row.lead === lead); // the day is printed once
        lead = row.lead;
      });
      for (const part of this.years.querySelectorAll(".month, .year")) part.hidden = !part.querySelector(".event:not([hidden])");
      for (const gap of this.years.querySelectorAll(".gap")) gap.hidden = isOn;
      this.years.hidden = !hits.length;
    }

    // Where not all events stand on the page, the hits are a list of their own.
    draw(hits, isOn) {
      this.years.hidden = isOn;
      this.hits?.remove();
      this.hits = null;
      if (!isOn || !hits.length) return;
      const list = make("ol", { className: "rows" }), more = make("button", { type: "button" });
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
      const e = this.events.all[n], [id, title, date, ...marks] = this.titles[n];
      const link = make("a", { href: new URL(`events/${id}/`, this.base).href }, title);
      if (this.events.day) link.search = `?known=${this.form.elements.known.value}`;
      const meta = make("p", { className: "meta" }, make("span", {}, this.names[1][e.kind[0]]));
      for (const mark of marks) meta.append(" ", make("b", {}, mark));
      for (const place of e.place) meta.append(" ", make("span", {}, this.names[3][place]));
      meta.append(" ", make("span", {}, plural(e.accounts, "account")));
      if (e.differ.length) {
        const sign = make("span", { className: "sign", ariaHidden: "true" }, "≠");
        meta.append(" ", make("span", { className: "differs" }, sign, ` differ on ${this.differOn(e.differ)}`));
      }
      return make("li", {}, make("p", { className: "rows__date" }, date), make("div", {}, make("h3", {}, link), meta));
    }

    report(state, { hits, without }, isOn, count) {
      const total = plural(this.events.all.length, "event");
      const day = this.form.elements.known.value;
      const known = day ? `, as known on ${said(day)}` : "";
      this.say(!isOn ? `All ${total}` : `${hits.length.toLocaleString("en")} of ${total}${known}${hits.length ? "" : this.relax(state, without)}`);
      this.result.querySelector(".result__clear").hidden = !isOn;
      this.box.querySelector(".filters__on").textContent = isOn ? `${count} chosen` : "";
    }

    // What to take back where nothing fits.
    relax(state, without) {
      const names = ["what accounts differ on", "the kinds", "the actors", "the places", "the sources", "the dates", "the words", "the day in “as known on”"];
      if (state.from && state.to && state.from > state.to) return ". The first date is after the second.";
      const ways = names.flatMap((name, bit) => without[1 << bit] ? [`${name} (${without[1 << bit].toLocaleString("en")})`] : []);
      return ways.length ? `. Events would be found without ${ways.join(", or without ")}.` : ". No one filter alone is in the way: take back two, or clear.";
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

  const start = async () => {
    const root = document.querySelector(".explore");
    if (!root || root.dataset.ready) return;
    root.dataset.ready = "soon";
    const url = new URL(`${root.dataset.root}data/timeline-index.json`, location.href).href;
    const timeline = new Timeline(root, await get(url));
    if (!root.isConnected) return;
    current = timeline;
    await timeline.start();
    root.dataset.ready = "yes";
  };
  const tryStart = () => start().catch(error => console.warn("The timeline stays without filters:", error));

  document.addEventListener("chronology:period", event => {
    if (!current) return;
    const { from, to } = current.form.elements;
    from.value = event.detail.from || "";
    to.value = event.detail.to || "";
    current.soon(from);
  });

  // With instant loading, the theme announces each page; without it, there is one.
  if (window.document$) window.document$.subscribe(tryStart);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", tryStart);
  else tryStart();
})();
