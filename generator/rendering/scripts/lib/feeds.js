// Links to feeds and the theme's script, which takes each for a link to a translation.

/**
 * Let no listener find a feed while a page is announced: the theme would ask for a site map beside
 * it, which is not there.
 * @param {Announced} announced
 */
export function keepFeedsFrom(announced) {
  const next = announced.next.bind(announced);
  announced.next = (page) => {
    const feeds = document.querySelectorAll("link[rel=alternate][type='application/atom+xml']");
    for (const feed of feeds) feed.remove();
    next(page);
    document.head.append(...feeds);
  };
}
