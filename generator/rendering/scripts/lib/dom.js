// Elements: finding and making them.

/**
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
export const all = (root, selector) => [...root.querySelectorAll(selector)].map(asElement);

/**
 * The first that fits; an error where there is none.
 * @param {ParentNode} root
 * @param {string} selector
 */
export function find(root, selector) {
  const element = root.querySelector(selector);
  if (!element) throw new Error(`the page has no ${selector}`);
  return asElement(element);
}

/** @param {Element} element */
export const isShown = (element) => !element.closest("[hidden]");

/**
 * @param {ParentNode} root
 * @param {string} selector
 */
export const anyShown = (root, selector) => all(root, selector).some(isShown);

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Partial<HTMLElementTagNameMap[T]>} [values]
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, values = {}, ...children) {
  const element = Object.assign(document.createElement(tag), values);
  element.append(...children);
  return element;
}

/**
 * The end of a line that tells those who listen what has happened.
 * @param {Element} line
 */
export function statusIn(line) {
  const known = line.querySelector("[role=status]");
  if (known) return asElement(known);
  const status = make("span");
  status.setAttribute("role", "status");
  line.append(" ", status);
  return status;
}

/**
 * The anchor that a link leads to; instant loading writes whole addresses into links.
 * @param {HTMLElement} link
 */
export const hashOf = (link) => /** @type {HTMLAnchorElement} */ (link).hash;

/**
 * SVG has `hidden` and `dataset` as HTML has; nothing else of it is used.
 * @param {Element} element
 */
const asElement = (element) => /** @type {HTMLElement} */ (element);
