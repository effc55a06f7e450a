"""Tools that know nothing of chronologies: a cache of values by what they were made of, work
in other processes, writing whole or not at all, text made safe for Markdown and HTML.

May import: jinja2, markupsafe.
"""
