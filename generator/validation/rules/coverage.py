"""Every paragraph of a source is accounted for, and none is cited that is not there."""

from collections.abc import Collection, Iterator
from itertools import islice

from generator.model.problems import Finding, Location
from generator.model.records import Chronology, Source
from generator.validation.registry import rule

MAX_PARAGRAPHS_LISTED = 10


@rule("E501")
def paragraphs_are_body_text(
    chronology: Chronology, incomplete: Collection[str]
) -> Iterator[Finding]:
    """An account cites paragraphs of the article, not its boilerplate, and none beyond it."""
    bodies = {
        source.id: frozenset(source.text.body) if source.text else None
        for source in chronology.sources.values()
    }
    for event in chronology.events:
        for n, account in enumerate(event.accounts):
            if not account.paragraphs or account.source not in bodies:
                continue
            location: Location = ("accounts", n, "paragraphs")
            body = bodies[account.source]
            if body is None:
                message = f"source {account.source!r} has no archived text to count paragraphs in"
                yield Finding(event.path, location, "E501", message, "write a locator instead")
            elif outside := [number for number in account.paragraphs if number not in body]:
                message = f"{_numbered(outside)} not in the body of {account.source!r}"
                way_out = "cite the paragraphs that say it"
                yield Finding(event.path, location, "E501", message, way_out)


@rule("E502")
def coverage_is_full(chronology: Chronology, incomplete: Collection[str]) -> Iterator[Finding]:
    """Each paragraph of a source is cited by an account or listed as unused, never both."""
    cited: dict[str, set[int]] = {}
    for event in chronology.events:
        for account in event.accounts:
            cited.setdefault(account.source, set()).update(account.paragraphs)
    for source in chronology.sources.values():
        if source.text is not None:
            numbers = cited.get(source.id, set())
            for key, message, way_out in _gaps(source, numbers, is_incomplete=bool(incomplete)):
                yield Finding(source.path, (source.id, *key), "E502", message, way_out)


def _gaps(
    source: Source, cited: set[int], *, is_incomplete: bool
) -> Iterator[tuple[Location, str, str]]:
    """Yield the place in the source, the message and the way out of each fault of coverage.

    Where the data is incomplete, a file that cannot be read may be the one that cites a paragraph.
    """
    assert source.text is not None
    count, unused = source.text.paragraphs, set(source.unused)
    for key, numbers in (
        (("text", "body"), set(source.text.body)),
        (("unused",), unused),
        (("left_out",), {number.paragraph for number in source.left_out}),
    ):
        if beyond := sorted(number for number in numbers if number > count):
            yield key, f"{_numbered(beyond)} beyond the {count} of the text", "count them anew"
    if both := sorted(cited & unused):
        yield ("unused",), f"{_numbered(both)} cited by an account", "take out what is used"
    uncounted = (n for n in range(1, count + 1) if n not in cited and n not in unused)
    missing = list(islice(uncounted, MAX_PARAGRAPHS_LISTED + 1))
    if missing and not is_incomplete:
        message = f"{_numbered(missing)} neither cited nor listed as unused"
        yield ("text", "paragraphs"), message, "cite it in an account, or list it and say why"


def _numbered(paragraphs: list[int]) -> str:
    listed = ", ".join(str(number) for number in paragraphs[:MAX_PARAGRAPHS_LISTED])
    return f"paragraph {listed} is" if len(paragraphs) == 1 else f"paragraphs {listed} are"
