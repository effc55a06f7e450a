"""What the database has beyond the tables: who says what beside whom, answered by itself.

Views have plain names and hold nothing of their own. Days are those of the evidence: where a source
is dated to a month, its first possible and last possible day stand side by side.
"""

VIEWS = {
    "accounts_side_by_side": (
        "Every account of every event: who says so, where it stands, and what it says.",
        """
SELECT e.id AS event, e.title, e.date_text, a.account, s.outlet, s.published,
  coalesce(speaker.name, s.outlet) AS speaker, speaker.kind AS speaker_kind, a.hedge, a.says,
  a.date AS another_date, a.paragraphs, a.locator, s.url,
  (SELECT count(*) FROM figures f WHERE f.event = a.event AND f.account = a.account) AS figures,
  (SELECT count(*) FROM labels l WHERE l.event = a.event AND l.account = a.account) AS labels
FROM accounts a
JOIN events e ON e.id = a.event
JOIN sources s ON s.id = a.source
LEFT JOIN according_to first ON first.event = a.event AND first.account = a.account
  AND first.number = 1
LEFT JOIN actors speaker ON speaker.id = first.actor
ORDER BY e.rowid, a.rowid""",
    ),
    "figures_by_speaker": (
        "Every figure beside who gives it; none is summed or preferred.",
        """
SELECT coalesce(speaker.name, s.outlet) AS speaker, s.outlet, s.published, e.id AS event, e.title,
  e.date_text, m.name AS measure, p.name AS of, f.value, f.min, f.max, f.unit, f.qualifier,
  f.as_said, f.as_of, f.scope, f.account, f.number
FROM figures f
JOIN events e ON e.id = f.event
JOIN accounts a ON a.event = f.event AND a.account = f.account
JOIN sources s ON s.id = a.source
JOIN measure_terms m ON m.id = f.measure
LEFT JOIN population_terms p ON p.id = f.of
LEFT JOIN according_to first ON first.event = a.event AND first.account = a.account
  AND first.number = 1
LEFT JOIN actors speaker ON speaker.id = first.actor
ORDER BY speaker, e.rowid, f.rowid""",
    ),
    "first_told": (
        "The source that told of an event first, as far as days of publication tell.",
        """
SELECT event, title, date_text, source, outlet, published, told_by FROM (
  SELECT e.id AS event, e.title, e.date_text, s.id AS source, s.outlet, s.published,
    s.published_latest AS told_by, e.rowid AS place,
    rank() OVER (PARTITION BY e.id ORDER BY coalesce(s.published_latest, '9999-12-31')) AS rank
  FROM (SELECT DISTINCT event, source FROM accounts) a
  JOIN events e ON e.id = a.event
  JOIN sources s ON s.id = a.source
) WHERE rank = 1 ORDER BY place""",
    ),
    "events_by_year": (
        "How many events each year has.",
        "SELECT substr(anchor, 1, 4) AS year, count(*) AS events FROM events GROUP BY year",
    ),
    "events_by_month": (
        "How many events each month has; those known to the year alone are in none.",
        """
SELECT substr(anchor, 1, 7) AS month, count(*) AS events FROM events
WHERE precision IN ('day', 'month') GROUP BY month""",
    ),
}
"""Each view: what it shows, and the query that it is."""

SEARCHED = {"events": ("title", "summary"), "accounts": ("says",), "labels": ("label",)}
"""The columns of tables that are searched in full text, as `<table>_fts`."""
