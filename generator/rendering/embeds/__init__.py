"""Small pages for frames in other sites: the card of an event, a band with its list; no script."""
