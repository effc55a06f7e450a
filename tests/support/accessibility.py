"""What no page may do to people with other eyes, hands and settings (WCAG 2.2 AA)."""

from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]
from playwright.sync_api import Page

# Contrast takes most of axe's time. What has the same colours for certain, as all about it is alike
# (elements, classes, states, styles), is looked at twice: the first and the last, with all in them.
# A rule takes a selector alone, so they are marked; and axe looks once for all rules, as what it
# works out of a page (what stands over what, what is hidden) serves each of them.
_RUN = """async part => {
  const ways = new Map(), groups = new Map();
  const told = /^(class|role|style|aria-(current|pressed|selected|expanded|disabled))$/;
  const name = one => one.localName + [...one.attributes]
    .map(({ name, value }) => told.test(name) ? `[${name}=${value}]` : `[${name}]`).join('');
  const way = one => {
    if (one && !ways.has(one)) ways.set(one, `${way(one.parentElement)}>${name(one)}`);
    return ways.get(one) ?? '' };
  const isSeen = one => one.checkVisibility() && (one.matches('input, select, textarea')
    || [...one.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim()));
  for (const one of document.querySelectorAll(part ? `${part}, ${part} *` : 'body, body *'))
    if (isSeen(one)) groups.set(way(one), [...(groups.get(way(one)) ?? []), one]);
  const some = [...groups.values()].flatMap(all => [all[0], all.at(-1)]);
  for (const one of some) one.setAttribute('data-contrast', '');
  const selector = '[data-contrast], [data-contrast] *';
  axe.configure({ rules: [{ id: 'color-contrast', selector }] });
  const { violations } = await axe.run(part ?? document, {
    preload: false,  // no rule that is asked reads the style sheets themselves
    reporter: 'no-passes',
    resultTypes: ['violations'],
    rules: { 'target-size': { enabled: true } },  // left out unless asked
  });
  for (const one of some) one.removeAttribute('data-contrast');
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, none, all, any }) =>
    `${id}: ${target.join(' ').replaceAll('[data-contrast=""]', '')}: ` +
    [...none, ...all, ...any].at(-1).message.trim()));
}"""
# What reaches beyond the window's edge: only what is in a region that scrolls by itself may.
STICKING_OUT = """() => {
  const inside = one => one.closest('.scroller, .rail, .search, .visually-hidden, svg, .md-skip');
  const wide = document.documentElement.scrollWidth > innerWidth
    ? [`the page: ${document.documentElement.scrollWidth} px`] : [];
  return wide.concat([...document.querySelectorAll('.md-container *')]
    .filter(one => !inside(one) && one.checkVisibility({ visibilityProperty: true }))
    .filter(one => { const box = one.getBoundingClientRect();
      return box.width && box.height && (box.right > innerWidth + 1 || box.left < -1) })
    .map(one => `${one.tagName.toLowerCase()}.${one.className} sticks out: ` +
      one.textContent.trim().slice(0, 40)));
}"""


def find_violations(page: Page, part: str | None = None) -> list[str]:
    """Return what axe finds wrong on the page or a part of it: rule, place, reason, a line each."""
    # Half a megabyte of script is put into a page once.
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found: list[str] = page.evaluate(_RUN, part)
    return found
