"""A made-up chronology on another subject: two cities, one river, and every shape a page must take."""

from pathlib import Path

from generator.loading import load
from generator.model import Chronology
from generator.references import sound

HOSTILE = (
    "1. foo",
    "a. foo",
    "---",
    "# |",
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "[x](javascript:1)",
    '*x*{ onclick="alert(1)" }',
    "![](http://example.org/x.png)",
    "```",
    "{{ x }}",
    "{% x %}",
    ":smile:",
    "[^1]",
    "$x$",
    "==x==",
    "~~x~~ H~2~O x^2^",
    "www.example.org",
    "http://example.org/x",
    "me@example.org",
    "|a|b|",
    "    four spaces",
    "+ a",
    ": a",
    "> a",
    "!!! note",
    "&amp; &lt;b&gt; &#60;b&#62;",
    "'single' \"double\" ... -- --- (c)",
    "[TOC]",
    "\\*x\\*",
    "_x_ __x__",
    "--8<-- 'x'",
    "a<br>b",
    "<!-- x -->",
    "😀 emoji",
    "مجلس المدينة",
    "Şırnak ≠ İzmir",
    "100% #tag @user",
)

FACTS = """
title: The Meresh chronology
intro: |
  Two cities, one river, five outlets that do not agree.

  A second paragraph, with a *star* that stays one.
scope: The water of the Meresh, 1998 to 2021.
repository: https://example.org/meresh
kinds:
  works: {name: works}
  agreement: {name: agreement}
  incident: {name: incident}
  statement: {name: statement}
roles:
  opens: {name: opens the gate}
  announces: {name: announces}
  harmed: {name: harmed}
measures:
  injured: {name: people injured, note: at the weir and downstream}
  homes: {name: homes entered by water}
  water: {name: water released, unit: m³}
  duration: {name: duration}
populations:
  residents: {name: residents}
  guards: {name: guards}
"""

ACTORS = """
basin-council:
  name: Upper Basin Council
  kind: government
  also: [Basin Board, "the *Council*"]
  names: {ar: مجلس الحوض الأعلى, tr: Yukarı Havza Meclisi}
  note: Runs the pumphouse at Karsk.
water-league: {name: Ostrany Water League, kind: organisation}
guards: {name: Karsk pumphouse guards, kind: armed group, part_of: basin-council}
residents: {name: Residents of the lower quarter of Ostrany, kind: population}
ministry: {name: Ministry of Rivers, kind: government}
wire: {name: Northern Wire, kind: media}
qarawani:
  name: Idris Qarawani
  kind: person
  names: {ar: إدريس القرواني}
  part_of: basin-council
  offices:
    - {title: Chief engineer, date: 2011/2018-04}
    - {title: Chair of the Joint Gauge Commission, date: 2019-12-01/..}
    - {title: Member of the board}
hostile: {name: "<b>Bold</b> [x](javascript:1) & *co*", kind: unnamed source, note: "# |"}
"""

PLACES = """
meresh: {name: Meresh valley, kind: valley, country: Veldra, precision: region}
karsk: {name: Karsk weir, also: [Qarsk], names: {ar: قرسق}, kind: weir, country: Veldra, within: meresh, lat: 36.2, lon: 37.125, precision: exact}
ostrany: {name: Ostrany, country: Lowland, kind: city, lat: -1.5, lon: -0.25, precision: town}
nowhere: {name: "A place | without country"}
"""

SOURCES = """
gazette-2021:
  outlet: The Veldra Gazette
  title: "Chain cut at Karsk: what the night shift saw"
  published: 2021-05-07
  published_basis: Date line of the printed edition.
  url: https://example.org/gazette?a=1&b=2
  archive_url: https://archive.example.org/gazette
  language: en
  vocabulary: Daily of the upper city; writes of "stewards".
  text: {file: gazette.txt, sha256: SHA, paragraphs: 12, body: [1-10]}
  unused: {7: repeats paragraph 2, 9-10: history of the weir}
  left_out: [{paragraph: 2, what: forty years, why: the age of the gate}]
wire-2021: {outlet: Northern Wire, published: 2021-05-06, url: https://example.org/wire}
courier-2021: {outlet: Ostrany Courier, title: Water in the lower quarter, published: 2021-05-08, language: en}
havza-2021: {outlet: Havza, title: سد كارسك, published: 2021-05-09, language: ar}
post-2009: {outlet: The Lowland Post, title: Dry years, published: 2009}
"""

EVENTS = {
    "1998-pumping-begins": """
title: Pumping begins at the Karsk weir
added: 2021-05-10
date: 1998~
date_basis: A look back in an article of 2009.
kind: works
summary: The pumps began to run.
places: [karsk]
accounts:
  - {source: post-2009, locator: page 3, says: It began about 1998.}
""",
    "2003-dry-years": """
title: Three dry years
added: 2021-05-10
date: 2003/2005
date_basis: As printed.
kind: statement
summary: Three dry years.
accounts:
  - {source: post-2009, locator: page 4, says: The years were dry., date: 2003/2005}
""",
    "2009-02-19-complaint": """
title: The council lodges a complaint
added: 2021-05-10
date: 2009-02-19?
date_basis: As printed.
kind: statement
summary: A complaint.
follows: [2003-dry-years]
accounts:
  - {source: post-2009, locator: page 5, says: A complaint was lodged., according_to: [basin-council]}
""",
    "2009-02-ruling": """
title: A court rules
added: 2021-05-10
date: 2009-02
date_basis: As printed.
kind: statement
summary: A ruling.
accounts:
  - {source: post-2009, locator: page 6, says: The court ruled.}
""",
    "2009-02-xx-gauge": """
title: The gauge is replaced
added: 2021-05-10
date: 2009-02-XX
date_basis: As printed.
kind: works
summary: A new gauge.
accounts:
  - {source: post-2009, locator: page 6, says: A gauge was replaced on a day that is not given.}
""",
    "2018-04-10-hearing": """
title: Engineers are heard in private
added: 2021-05-10
date: "[2018-04-10,2018-04-11]"
date_basis: Two sources, two days.
kind: statement
summary: A hearing.
actors: [{id: qarawani}]
accounts:
  - {source: post-2009, locator: page 9, says: Engineers were heard.}
""",
    "2021-05-04-pause-in-pumping": """
title: Two river cities announce a pause in pumping
added: 2021-05-06
date: 2021-05-04
date_basis: '"On Tuesday", in an article of Friday 7 May 2021.'
kind: agreement
summary: Two cities announced a pause.
places: [karsk]
accounts:
  - {source: gazette-2021, paragraphs: [1], says: A pause from Monday., date: 2021-05-03, labels: {this: [a pause]}}
  - {source: courier-2021, locator: page 1, says: A pause from Tuesday., labels: {this: [a pretence]}}
""",
    "2021-05-06-karsk-gate-opens": """
title: The Karsk gate opens at night and water enters the lower quarter of Ostrany, nine kilometres downstream of the weir
added: 2021-05-07
date: 2021-05-06
date_basis: |
  "In the night to Thursday", in articles of Thursday 6 and Friday 7 May 2021.

  Two accounts put the opening before midnight.
kind: incident
status: alleged
summary: |
  During the night the sluice gate at the Karsk weir opened and water reached homes in the lower quarter.

  Who or what opened the gate is disputed.
actors:
  - {id: residents, role: harmed}
places: [karsk, ostrany]
part_of: 2021-05-04-pause-in-pumping
follows: [2021-05-04-pause-in-pumping]
accounts:
  - source: wire-2021
    locator: first bulletin
    according_to: [ministry]
    says: The gate opened between one and two in the morning.
    figures:
      - {measure: injured, value: 12, of: residents}
      - {measure: homes, value: 210}
      - {measure: water, value: 38000, qualifier: about}
  - source: gazette-2021
    paragraphs: [1-3, 5]
    according_to: [basin-council, wire]
    hedge: reportedly
    says: |
      People led by League stewards cut the gate chain.

      The guards had been withdrawn.
    actors: [{id: water-league, role: opens}]
    figures:
      - {measure: injured, value: 4, of: residents}
      - {measure: injured, value: 2, of: guards}
      - {measure: homes, value: 90, qualifier: about}
      - {measure: duration, as_said: nearly a night}
    labels: {water-league: ["the gate-breakers"]}
  - source: courier-2021
    locator: page 1
    says: Guards raised the gate, late on Wednesday evening.
    date: 2021-05-05
    actors: [{id: guards, role: opens}]
    responds_to: [2021-05-04-pause-in-pumping]
    figures:
      - {measure: injured, value: 19, of: residents, as_of: 2021-05-08}
      - {measure: homes, value: 340, qualifier: at least, scope: lower quarter only}
      - {measure: water, value: 41000}
    labels: {basin-council: ["the upstream syndicate"], water-league: ["the stewards"]}
  - source: havza-2021
    locator: المقدمة
    says: Water came.
    figures:
      - {measure: injured, min: 12, max: 20, of: residents, as_said: عشرات}
    labels: {basin-council: ["مجلس المياه", "The Gate-Breakers"]}
unknowns:
  - Whether the hoist's log for the night exists, and who holds it.
  - How many of the injured were on the apron.
corrections:
  - {on: 2022-03-02, what: Homes in the Courier, was: "340", now: at least 340, why: The article says no fewer than.}
  - {on: 2021-06-01, what: Title, was: The gate is opened, now: The gate opens, why: The first wording said that someone opened it.}
""",
    "2021-05-06-emergency": """
title: Ostrany declares an emergency
added: 2021-05-07
date: 2021-05-06
date_basis: As printed.
kind: statement
summary: An emergency.
places: [ostrany]
accounts:
  - {source: gazette-2021, paragraphs: [4], says: An emergency was declared., responds_to: [2021-05-06-karsk-gate-opens], labels: {basin-council: ["the gate-breakers"]}}
  - {source: wire-2021, locator: last bulletin, says: The city declared an emergency.}
""",
    "2021-06-15-inquiry": """
title: An inquiry into the night of 6 May is open
added: 2021-06-16
date: 2021-06-15/..
date_basis: As printed.
kind: statement
draft: true
summary: An inquiry.
accounts:
  - {source: gazette-2021, paragraphs: [6, 8], says: An inquiry began.}
""",
}


def files(events: dict[str, str] | None = None) -> dict[str, str]:
    """The files of the chronology, by path below its folder; `events` come on top."""
    registries = {
        "chronology.yml": FACTS,
        "actors.yml": ACTORS,
        "places.yml": PLACES,
        "sources.yml": SOURCES.replace("SHA", "0" * 64),
    }
    both = {**EVENTS, **many(), **hostile(), **(events or {})}
    return {**registries, **{f"{id[:4]}/{id}.yml": text for id, text in both.items()}}


def many() -> dict[str, str]:
    """An event that twenty accounts tell."""
    accounts = "".join(
        f"  - {{source: {source}, locator: page {n}, says: Account {n} of the flood., "
        f"figures: [{{measure: injured, value: {n % 7 * 3}}}]}}\n"
        for n, source in enumerate(["wire-2021", "courier-2021", "havza-2021", "post-2009"] * 5)
    )
    return {
        "2021-07-01-flood": "title: Twenty accounts of one flood\nadded: 2021-07-02\n"
        "date: 2021-07-01\ndate_basis: As printed.\nkind: incident\nsummary: A flood.\n"
        f"accounts:\n{accounts}"
    }


def hostile() -> dict[str, str]:
    """One event for each hostile text, which stands wherever a text can stand."""
    return {
        f"2021-08-{n:02}-hostile": _hostile(f"2021-08-{n % 28 + 1:02}", text)
        for n, text in enumerate(HOSTILE)
    }


def _hostile(date: str, text: str) -> str:
    quoted = "'" + text.replace("'", "''") + "'"
    return f"""
title: {quoted}
added: 2021-09-01
date: {date}
date_basis: {quoted}
kind: works
summary: {quoted}
actors: [{{id: hostile, role: opens}}]
places: [nowhere]
accounts:
  - source: wire-2021
    locator: {quoted}
    according_to: [hostile]
    hedge: {quoted}
    says: {quoted}
    figures: [{{measure: duration, as_said: {quoted}, scope: {quoted}}}]
    labels: {{hostile: [{quoted}], this: [{quoted}]}}
unknowns: [{quoted}]
corrections: [{{on: 2021-09-02, what: {quoted}, was: {quoted}, now: {quoted}, why: {quoted}}}]
"""


def write(folder: Path, events: dict[str, str] | None = None) -> Path:
    """The chronology as files below `folder`."""
    for path, text in files(events).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def chronology(project: Path, events: dict[str, str] | None = None) -> Chronology:
    """The chronology, read from files below `project`."""
    loaded = load(project, write(project / "events", events))
    assert [str(problem) for problem in loaded.problems] == []
    return sound(loaded.chronology)
