// Which rows of a list pass the filters that are set.

/** @typedef {import("./types").Row} Row */
/** @typedef {import("./types").Facet} Facet */
/** @typedef {import("./types").State} State */
/** @typedef {import("./types").Matches} Matches */

/**
 * The filters that are set: their names, and whether a row passes.
 * @template {Row} R
 * @param {Facet[]} facets
 * @param {string[]} texts for each row, the folded text that words are looked for in
 * @param {State} state
 * @returns {{ name: string, facet?: Facet, passes: (row: R, n: number) => boolean }[]}
 */
function filtersOf(facets, texts, { chosen, from, to, words, known }) {
  const ofFacets = facets.map((facet, f) => {
    const { key } = facet;
    const wanted = chosen[f];
    /** @param {R} row */
    const passes = ({ has }) => wanted.some((n) => has[key].includes(n));
    return { name: key, facet, isSet: wanted.length > 0, passes };
  });
  return [
    ...ofFacets,
    {
      name: "dates",
      isSet: from > 0 || to > 0,
      passes: (/** @type {R} */ row) => !((from && row.to < from) || (to && row.from > to)),
    },
    {
      name: "words",
      isSet: words.length > 0,
      passes: (/** @type {R} */ _, /** @type {number} */ n) =>
        words.every((word) => texts[n].includes(word)),
    },
    { name: "known", isSet: known > 0, passes: (/** @type {R} */ row) => row.isKnown },
  ].filter(({ isSet }) => isSet);
}

/**
 * The rows that pass every filter, and what one filter more or less would make of them.
 * @template {Row} R
 * @param {R[]} rows
 * @param {Facet[]} facets
 * @param {string[]} texts
 * @param {State} state
 * @returns {Matches}
 */
export function match(rows, facets, texts, state) {
  /** @type {ReturnType<typeof filtersOf<R>>} */
  const filters = filtersOf(facets, texts, state);
  const counts = facets.map(({ options }) => options.map(() => 0));
  /** @type {number[]} */
  const hits = [];
  /** @type {Map<string, number>} */
  const without = new Map();
  rows.forEach((row, n) => {
    let failing = 0;
    /** @type {typeof filters[0] | undefined} */
    let only;
    for (const filter of filters) {
      if (filter.passes(row, n)) continue;
      only = filter;
      if (++failing > 1) return;
    }
    if (only) without.set(only.name, (without.get(only.name) ?? 0) + 1);
    else hits.push(n);
    // A choice more of the one facet that fails would let the row in.
    facets.forEach((facet, f) => {
      if (!only || only.facet === facet) for (const value of row.has[facet.key]) counts[f][value]++;
    });
  });
  return { hits, counts, without };
}
