"""Where the focus is, and whether a reader sees it there."""

from typing import NamedTuple

from playwright.sync_api import Page

_FOCUS = """() => {
  const one = document.activeElement;
  const seen = one.matches('.md-option') // a switch shows on its label
    ? document.querySelector('.md-header__option label:not([hidden])') : one;
  // The first line of it: the middle of a link over two lines may be beside its words.
  const style = getComputedStyle(seen), box = seen.getClientRects()[0];
  const middle = (from, to, end) => (Math.max(from, 0) + Math.min(to, end)) / 2;
  const top = document.elementFromPoint(
    middle(box.left, box.right, innerWidth), middle(box.top, box.bottom, innerHeight));
  // What scrolls or is cut at its edges may cut the outline, which is drawn around the box.
  const ring = parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset);
  const isCut = up => {
    const edge = up.getBoundingClientRect();
    const cuts = [edge.left - box.left, edge.top - box.top, box.right - edge.right,
      box.bottom - edge.bottom];
    return getComputedStyle(up).overflow !== 'visible' && cuts.some(cut => cut + ring > 1.5);
  };
  const parents = [];
  for (let up = seen.parentElement; up?.closest('body > *'); up = up.parentElement)
    parents.push(up);
  const name = (one.ariaLabel || one.textContent || one.name).trim().slice(0, 60);
  return {
    name: `${one.tagName.toLowerCase()} “${name}”`,
    // The parts of a date input are the browser's to mark.
    isOutlined: one.type === 'date' || style.outlineStyle === 'auto' ||
      style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    isCut: one.type !== 'date' && parents.some(isCut),
    isSeen: Boolean(top) && (seen.contains(top) || top.contains(seen) && !top.closest('header')),
    isEnd: one === document.body,
  };
}"""


class Focus(NamedTuple):
    """What has the focus."""

    name: str
    """As `a “A court rules”`."""
    is_lost: bool
    """No outline of 2 px marks it, or something cuts that off or covers it."""
    is_end: bool
    """The keyboard has left the page."""


def read_focus(page: Page) -> Focus:
    """Return what has the focus now."""
    found = page.evaluate(_FOCUS)
    for _ in range(40):  # the search opens and the tabs come back when the focus has moved
        if found["isSeen"] and not found["isCut"]:
            break
        page.wait_for_timeout(50)
        found = page.evaluate(_FOCUS)
    is_lost = found["isCut"] or not (found["isOutlined"] and found["isSeen"])
    return Focus(found["name"], is_lost, found["isEnd"])
