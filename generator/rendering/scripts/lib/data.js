// What a page fetches, and the addresses of the site.

/** The site's root; this file lies in assets/chronology/lib/. */
export const ROOT = new URL("../../../", import.meta.url);

/** @param {string} id */
export const eventUrl = (id) => new URL(`events/${id}/`, ROOT).href;

/** The id of the event that a link leads to.
 * @param {HTMLAnchorElement} link
 */
export const eventId = (link) => link.pathname.split("/").at(-2) ?? "";

/** @type {Map<string, Promise<any>>} */
const fetched = new Map();

/**
 * A file of the site; an error where there is none.
 * @param {string | URL} path
 */
export async function fetchData(path) {
  const url = new URL(path, ROOT).href;
  const response = await fetch(url, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
}

/**
 * A file of the site as JSON, fetched once.
 * @param {string} path
 */
export function fetchJson(path) {
  const url = new URL(path, ROOT).href;
  const known = fetched.get(url);
  if (known) return known;
  const answer = fetchData(url).then((response) => response.json());
  fetched.set(url, answer);
  return answer;
}

/**
 * Another page of the site, its links as seen from anywhere.
 * @param {URL} url
 */
export async function fetchPage(url) {
  const text = await (await fetchData(url)).text();
  const page = new DOMParser().parseFromString(text, "text/html");
  for (const link of page.querySelectorAll("a[href]"))
    link.setAttribute("href", new URL(link.getAttribute("href") ?? "", url).href);
  return page;
}

/**
 * The day "2021-05-06" as the number 20210506; 0 for none.
 * @param {string} iso
 */
export const dayNumber = (iso) => Number(iso.replaceAll("-", ""));
