"""New events and registry records as YAML, with comments that teach. Writes nothing.

It knows how the data is written, not what is in it: what it gives is checked like any other file.
"""

import json
import re
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date as Day

from generator.authoring.editor_schema import modeline
from generator.model.dates import Date
from generator.model.layout import event_file
from generator.rendering.language import ENGLISH
from generator.support.plain_text import paragraphs, slug_words

TO_BE_WRITTEN = "To be written."
"""What stands where a text is still missing; the event is a draft then."""
_WIDTH = 92
_SMALL = frozenset(("a", "an", "and", "at", "by", "for", "in", "of", "on", "the", "to", "with"))
# Plain words that no YAML reader takes for anything else.
_PLAIN = re.compile(
    r"[A-Za-z](?:[\w .,;()/'’“”–-]*[\w.)”’])?|https?://[\w./?=&%~+-]+|\d{1,4}-\d{1,4}"
)
_TAKEN = re.compile(r"(?i)y|n|yes|no|on|off|true|false|null")


@dataclass(frozen=True, slots=True)
class NewEvent:
    """What a new event holds; a text that is None is still to be written."""

    id: str
    title: str
    added: Day
    date: Date
    basis: str | None
    kind: str
    summary: str | None
    actors: Sequence[tuple[str, str | None]]
    places: Sequence[str]
    source: str
    paragraphs: str | None
    locator: str | None
    according_to: Sequence[str]
    says: str | None

    @property
    def is_draft(self) -> bool:
        """Whether a text is missing, so that readers must not see it yet."""
        return None in (self.basis, self.summary, self.says)

    @property
    def path(self) -> str:
        """Its file, below the chronology's folder."""
        return event_file(self.id, self.date.anchor.year)


def short_slug(text: str, count: int = 6) -> str:
    """Return an id from the first words of a text that carry meaning, `count` at most."""
    words = slug_words(text)
    return "-".join([word for word in words if word not in _SMALL][:count] or words[:count])


def event_id(date: Date, title: str) -> str:
    """The id of a new event: its date as precise as it is known, and some words."""
    return f"{date.anchor_text}-{short_slug(title)}".rstrip("-")


def event_text(new: NewEvent) -> str:
    """The whole file of an event."""
    actors = [
        "  - {" + ", ".join([f"id: {id}", *([f"role: {role}"] if role else [])]) + "}"
        for id, role in new.actors
    ]
    where = (
        f"paragraphs: [{new.paragraphs}]" if new.paragraphs else f"locator: {_line(new.locator)}"
    )
    lines = [
        modeline(new.path),
        "# What happened, in neutral words; not the headline of a source.",
        f"title: {_line(new.title)}",
        f"added: {new.added}",
        "# As precise as the evidence, in EDTF. This one reads: "
        f"{ENGLISH.grammar.date_words(new.date)}.",
        f"date: {_quoted_if_needed(new.date.text)}",
        "# How you know: the words of the source, and the day of the article they stand in.",
        *_block("date_basis", new.basis),
        f"kind: {new.kind}",
        "# status: alleged    # where no account states it as established",
        "# Two or three sentences of your own that no account contradicts.",
        *_block("summary", new.summary),
        "# Who, where all accounts agree; what one source alone says stands in its account.",
        *(["actors:", *actors] if actors else ["# actors:", "#   - {id: …, role: …}"]),
        f"{'' if new.places else '# '}places: [{', '.join(new.places) or '…'}]",
        "# part_of: the-larger-event    # by the names of their files, without .yml",
        "# follows: [an-earlier-event]",
        "accounts:    # one for each source, and for each speaker that it repeats",
        f"  - source: {new.source}",
        f"    {where}",
        *(
            [f"    according_to: [{', '.join(new.according_to)}]"]
            if new.according_to
            else ["    # according_to: [who-said-it, who-passed-it-on]    # not the outlet itself"]
        ),
        "    # hedge: reportedly    # the source's own, verbatim",
        *_block("says", new.says, "    "),
        "    # figures:    # every number that it gives, each for itself, never added up",
        "    #   - {measure: …, of: …, value: 12, qualifier: about, as_of: 2021-05-05}",
        '    # labels: {an-actor: ["the word that the source uses"]}',
        "# unknowns: [What no account says and a reader would want to know.]",
    ]
    if new.is_draft:
        lines.append("draft: true    # take it out when every text above is written")
    return "\n".join(lines) + "\n"


def record_text(id: str, fields: Iterable[tuple[str, object]], comments: Iterable[str] = ()) -> str:
    """One record of a registry; fields that are None or empty are left out.

    Lists stand in brackets, mappings in braces, and long texts below their key.
    """
    lines = [f"{id}:"]
    for key, value in fields:
        if value is None or value in ((), {}):
            continue
        if isinstance(value, dict):
            lines.append(f"  {key}:")
            lines += [f"    {name}: {_bare(item)}" for name, item in value.items()]
        elif isinstance(value, str) and len(value) > _WIDTH - 20:
            lines += _block(key, value, "  ")
        else:
            lines.append(f"  {key}: {_bare(value)}")
    lines += [f"  # {comment}" for comment in comments]
    return "\n".join(lines) + "\n"


def with_record(registry: str, record: str) -> str:
    """A registry's text with one record more, at its end."""
    before = registry.rstrip("\n")
    if not before or before.strip() == "{}":
        return record
    return f"{before}\n\n{record}" if "\n\n" in before else f"{before}\n{record}"


def _bare(value: object) -> str:
    if isinstance(value, tuple | list):
        return f"[{', '.join(_line(str(item), in_list=True) for item in value)}]"
    if isinstance(value, Date):
        return _quoted_if_needed(value.text)
    return _line(value) if isinstance(value, str) else str(value)


def _block(key: str, text: str | None, indent: str = "") -> list[str]:
    """A text folded below its key, its paragraphs parted by a blank line."""
    lines = [f"{indent}{key}: >-"]
    for n, paragraph in enumerate(paragraphs(text or TO_BE_WRITTEN)):
        lines += ["", ""] if n else []
        lines += textwrap.wrap(
            " ".join(paragraph.split()),
            _WIDTH,
            initial_indent=f"{indent}  ",
            subsequent_indent=f"{indent}  ",
            break_long_words=False,
            break_on_hyphens=False,
        )
    return lines


def _line(text: str | None, in_list: bool = False) -> str:
    """A text on one line, quoted where YAML would read something else."""
    line = " ".join((text or "").split())
    is_plain = _PLAIN.fullmatch(line) and not _TAKEN.fullmatch(line)
    if is_plain and not (in_list and "," in line):
        return line
    return json.dumps(line, ensure_ascii=False)


def _quoted_if_needed(date: str) -> str:
    return f'"{date}"' if date.startswith("[") else date
