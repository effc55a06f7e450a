"""`make translations`: every catalogue of a language brought up to the messages there are.

`python -m tests.tools.translations [TAG …]`, where a tag without a catalogue begins one. New
messages come into each `<tag>.po` without a translation, those that nobody says any more leave it,
and what is still to translate is listed.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from generator.rendering.language.catalogues import GRAMMARS
from tests.tools.messages import CATALOGUE, catalogue

_PLACE = re.compile(r"%\(\w+\)s")
_HEADER = """\
{comment}
msgid ""
msgstr ""
"Language: {tag}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: {plurals}\\n"

"""


def path_of(tag: str) -> Path:
    """Return where the catalogue of a language stands."""
    return CATALOGUE.with_name(f"{tag}.po")


def read(tag: str) -> Catalog:
    """Return the catalogue of a language; an empty one, where there is none."""
    locale = tag.replace("-", "_")
    if not path_of(tag).is_file():
        return Catalog(locale, header_comment=f"# {tag}")
    with path_of(tag).open("rb") as file:
        return read_po(file, locale=locale)


def updated(tag: str) -> Catalog:
    """Return it with the messages that there are, and no others."""
    translated = read(tag)
    translated.update(catalogue(), no_fuzzy_matching=True)
    translated.obsolete.clear()
    return translated


def text(tag: str, translated: Catalog) -> str:
    """Return a catalogue as a PO file."""
    written = BytesIO()
    write_po(written, translated, 100, omit_header=True, include_lineno=False, sort_by_file=True)
    comment = translated.header_comment.strip()
    # Those that its head names: Babel's own table lacks forms that the CLDR has, as for Turkish.
    plurals = translated.plural_forms
    return _HEADER.format(comment=comment, tag=tag, plurals=plurals) + written.getvalue().decode()


def unfinished(translated: Catalog) -> Iterator[str]:
    """Yield what is not translated, not surely, or not with the places that it has."""
    for message in translated:
        if message.id and (fault := _fault(message, translated.num_plurals)):
            yield f"{fault}: {message.id!r}"


def _fault(message: Message, plurals: int) -> str:
    ids = [message.id] if isinstance(message.id, str) else list(message.id)
    forms = [message.string] if isinstance(message.string, str) else [*(message.string or ())]
    if not all(forms) or len(forms) != (1 if len(ids) == 1 else plurals):
        return "not translated"
    if message.fuzzy:
        return "fuzzy"
    places = {*_places(ids)}
    # A form for one thing alone may do without the count.
    needed = places - {"%(count)s"} if len(ids) > 1 else places
    if any(not needed <= {*_places([form])} <= places for form in forms):
        return "other places"
    if any(form[0].isspace() != ids[0][0].isspace() for form in forms):
        return "other blanks"
    return ""


def _places(texts: Iterable[str]) -> Iterator[str]:
    for one in texts:
        yield from _PLACE.findall(one)


def main(tags: Iterable[str]) -> None:
    """Renew the catalogues of these languages, or of all."""
    for tag in [*tags] or sorted({*GRAMMARS} - {"en"}):
        translated = updated(tag)
        path_of(tag).write_text(text(tag, translated), "utf-8", newline="\n")
        missing = [*unfinished(translated)]
        print(f"{tag}: {len(translated) - len(missing)} of {len(translated)} messages")
        print(*(f"  {line}\n" for line in missing), sep="", end="")


if __name__ == "__main__":
    main(sys.argv[1:])
