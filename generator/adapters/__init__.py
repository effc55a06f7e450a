"""The outside: the only place that knows MkDocs, click, git, GitHub, the clock and the disk of a
user. No rule and no page.

May import: everything.
"""
