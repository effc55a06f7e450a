"""The data that a page's filters fetch: what can be chosen, and by which events."""
