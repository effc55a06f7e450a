"""What no page may do to people with other eyes, hands and settings (WCAG 2.2 AA)."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page

# axe leaves the size of targets out unless asked.
_OPTIONS = {
    "preload": False,  # no rule that is asked reads the style sheets themselves
    "resultTypes": ["violations"],
    "rules": {"target-size": {"enabled": True}, "color-contrast": {"enabled": False}},
}
# Contrast takes most of axe's time. What has the same colours for certain, as all about it is alike
# (elements, classes, states, styles), is looked at twice: the first and the last.
_CONTRAST = """async part => {
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
  const some = [...groups.values()].flatMap(all => [...new Set([all[0], all.at(-1)])]);
  const only = { type: 'rule', values: ['color-contrast'] };
  return some.length ? (await axe.run({ include: some },
    { preload: false, resultTypes: ['violations'], runOnly: only })).violations : [];
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
    axe = Axe("0") if page.evaluate("'axe' in window") else Axe()
    found: list[dict[str, Any]] = axe.run(page, part, _OPTIONS).response["violations"]
    found += page.evaluate(_CONTRAST, part)
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))}: "
        f"{node['failureSummary'].splitlines()[-1].strip()}"
        for rule in found
        for node in rule["nodes"]
    ]
