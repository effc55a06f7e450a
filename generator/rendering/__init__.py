"""A chronology to Markdown pages, all that readers see.

`pages/` has one module and one template for each kind of page; `parts/` what several share;
`drawings/` pictures from plain values; `language/` every word that readers see; `theme/` what is
laid over MkDocs's theme, `styles/` the style sheet, `scripts/` the scripts. `site_pages.py`
is the table of all pages. Pure: no clock, no network.
May import: analysis, babel, dateutil, jinja2, markupsafe, model, support.
"""
