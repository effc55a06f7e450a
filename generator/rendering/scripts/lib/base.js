// What all scripts share.
const fetched = {};

export const ROOT = new URL("../../../", import.meta.url); // the site's; this file lies in assets/chronology/lib/
export const said = iso => new Date(iso).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" }); // 6 May 2021
export const number = iso => +iso.replaceAll("-", "");
export const plural = (n, word) => `${n.toLocaleString("en")} ${word}${n === 1 ? "" : "s"}`;
export const all = (root, selector) => [...root.querySelectorAll(selector)];
export const seen = element => !element.closest("[hidden]");
export const make = (tag, values, ...children) => {
  const element = Object.assign(document.createElement(tag), values);
  element.append(...children);
  return element;
};
export const data = name => {
  const url = new URL(`data/${name}.json`, ROOT).href;
  return fetched[url] ||= fetch(url, { cache: "no-cache" }).then(
    answer => answer.ok ? answer.json() : Promise.reject(new Error(`${url}: ${answer.status}`)));
};
