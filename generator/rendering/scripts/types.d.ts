// The data that scripts fetch; generator/rendering/filters/timeline_index.py and
// generator/rendering/filters/differences_index.py describe it. Days are numbers: 20210506.

/** What can be chosen: its id and name, the day since when it is known or the shape of its sign. */
export type Choice = [id: string, name: string];
export type Source = [id: string, name: string, known: number];
export type Kind = [id: string, name: string, shape: string];
export type Choices = Record<string, (Choice | Source | Kind)[]>;

export interface TimelineIndex {
  kind: Kind[];
  actor: Choice[];
  place: Choice[];
  source: Source[];
  /** The last one is "anything". */
  differ: Choice[];
  events: [
    kind: number,
    actors: number[],
    places: number[],
    sources: number[],
    from: number,
    to: number,
    differs: number[] | 0,
    later?: [actor: number, day: number][],
  ][];
}
export type Title = [id: string, title: string, date: string, ...marks: string[]];

export interface DifferencesIndex {
  on: Choice[];
  measure: Choice[];
  verdict: Choice[];
  actor: Choice[];
  source: Source[];
  differences: [
    on: number,
    measure: number[],
    verdict: number[],
    about: number[],
    accounts: [source: number, speakers: number[]][],
    from: number,
    to: number,
    known: number,
  ][];
  /** Where the rows stand, if not all on one page. */
  parts?: [address: string, rows: number][];
}

/** A list of actors, places or sources: its pages, and its items; registry_index.py describes it. */
export interface RegistryIndex {
  parts: [address: string, items: number][];
  items: [words: string, known: number][];
}

/** A row of a filtered list: the numbers of its choices under each facet, and its days. */
export interface Row {
  from: number;
  to: number;
  isKnown: boolean;
  /** The numbers of what it has of each facet. */
  has: Record<string, number[]>;
}
export interface EventRow extends Row {
  /** The number of a source for each account. */
  accounts: number[];
  knownAccounts: number;
  actors: number[];
  later: [actor: number, day: number][];
  differs: number[] | 0;
  /** On what its accounts differ, as of the day. */
  differ: number[];
}
export interface DifferenceRow extends Row {
  about: number[];
  accounts: [source: number, speakers: number[]][];
  since: number;
}

export interface Choosable {
  n: number;
  box: HTMLInputElement;
  count: HTMLElement;
  label: HTMLElement;
}
export interface Facet {
  key: string;
  fieldset: HTMLElement;
  options: (Choice | Source | Kind)[];
  choices: Choosable[];
}
export interface State {
  /** The numbers of what is chosen, facet by facet. */
  chosen: number[][];
  from: number;
  to: number;
  words: string[];
  known: number;
}
export interface Matches {
  hits: number[];
  /** How many rows have each choice of each facet, beside the other filters. */
  counts: number[][];
  /** How many rows would match without one filter, by its name. */
  without: Map<string, number>;
}
/** A list whose events can be taken along. */
export interface Taken {
  root: HTMLElement;
  form: import("./filter-form.js").FilterForm;
  words: import("./lib/words.js").Words;
  sources: Source[];
  /** What the page says of the list. */
  shown: string;
  takenIds(): Promise<string[]>;
}
/** The events that a reader takes along. */
export interface Selection {
  /** How many accounts of each are known, by its id. */
  accounts: Map<string, number>;
  isKnown(source: string): boolean;
  root: string;
  /** What stands in each file. */
  about: {
    address: string;
    citation: string;
    licence: string;
    /** The day of the last change of the data. */
    as_of: string;
    retrieved: string;
    known: string;
  };
}
export interface Period {
  from: string;
  to: string;
}
declare global {
  /** Of the theme: each page that is shown, with instant loading; else the one that there is. */
  interface Announced {
    next(page: Document): void;
    subscribe(show: () => void): void;
  }
  /** Which colours were chosen. */
  interface Kept {
    index: number;
    color: Record<string, string | undefined>;
  }
  interface Window {
    document$?: Announced;
    /** Of the theme, in each page: what is kept for the site by a name. */
    __md_get(name: string): Kept | null;
    __md_set(name: string, value: Kept): void;
  }
}

/** What is looked for: each way is words that must all be there. */
export interface Term {
  isDate: boolean;
  ways: string[][];
}
/** What generator/rendering/search/index.py describes. */
export interface SearchIndex {
  groups: Record<string, number>;
  words: string[];
  texts: number;
  months: Record<string, number>;
}
export type SearchRecord = [
  url: string,
  title: string,
  date: string,
  kind: string,
  names: string[],
  texts: string[],
];
export type SearchChoices = Record<string, [id: string, name: string, records: number[]][]>;
export interface Found {
  /** Numbers of records, the best first. */
  hits: number[];
  terms: Term[];
  hasAll: boolean;
}
