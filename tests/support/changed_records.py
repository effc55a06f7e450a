"""A chronology in which one field of one record holds a value that stands nowhere else."""

import re
import types
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import WithJsonSchema

from generator.model.dates import Date, parse_date
from generator.model.named_ids import Target
from generator.model.records import (
    Account,
    Actor,
    ArchivedText,
    Capture,
    Chronology,
    Correction,
    Event,
    Figure,
    LeftOut,
    Measure,
    Office,
    Place,
    Record,
    Repository,
    Role,
    Settings,
    Source,
    Term,
)
from generator.model.scalars import EventId
from generator.validation.check import check
from tests.support.projects import RIVERS

_TARGETS = frozenset(get_args(Target))
EVENT = "2021-05-04-pause-in-pumping"


def sample_value(record: type[Record], name: str) -> tuple[Any, str]:
    """Return a value for a field that stands nowhere in the rivers' data, and how it may be shown.

    What shows it is a regular expression.
    """
    if (record, name) == (Source, "unused"):
        return {4: "zz-text"}, "zz.text"  # the number of a paragraph that there is
    if (record, name) == (Account, "id"):
        return "zz-account", "zz-account"
    return _sample(record.model_fields[name].rebuild_annotation())


def id_fields(*records: type[Record]) -> dict[str, tuple[type[Record], str, str]]:
    """Return the fields of these that hold ids of other records, and what those are.

    `Role.id` gives the record, `id`, and `actor`.
    """
    targets = {
        (record, name): sample_value(record, name)[1].removeprefix("zz.")
        for record in records
        for name in record.model_fields
    }
    return {
        f"{record.__name__}.{name}": (record, name, target)
        for (record, name), target in targets.items()
        if target in _TARGETS
    }


def _sample(annotation: Any) -> tuple[Any, str]:
    """Return the same for the type of a field. A new type needs a line here."""
    if get_origin(annotation) in (Union, types.UnionType):
        return _sample(get_args(annotation)[0])
    if get_origin(annotation) is Literal:
        return get_args(annotation)[-1], re.escape(get_args(annotation)[-1])
    if get_origin(annotation) is tuple:
        value, shown = _sample(get_args(annotation)[0])
        return (value,), shown
    if get_origin(annotation) is dict:
        key, value = (_sample(part) for part in get_args(annotation))
        return {key[0]: value[0]}, value[1]
    if annotation in _NESTED:
        return _NESTED[annotation], "zz.(text|role|measure)"
    if (target := _named_record(annotation)) is not None:
        return f"zz-{target}", f"zz.{target}"
    if get_origin(annotation) is Annotated:
        return _sample(get_args(annotation)[0])
    samples: Mapping[Any, tuple[Any, str]] = {
        str: ("zz-text", "zz.text"),
        bool: (True, "true"),
        int: (77, "77"),
        float: (7.77, "7.7|7.8|7°"),
        date: (date(1777, 3, 5), "1777-03-05|5 March 1777"),
        Date: (parse_date("1777-03-05"), "1777-03-05|5 March 1777"),
    }
    return samples[annotation]


def _named_record(annotation: Any) -> str | None:
    """Return what kind of record an id names, if the annotation is one of an id."""
    if annotation == EventId:
        return "event"
    names = [
        part.json_schema["x-names"]
        for part in (get_args(annotation)[1:] if get_origin(annotation) is Annotated else ())
        if isinstance(part, WithJsonSchema) and part.json_schema and "x-names" in part.json_schema
    ]
    return names[0].replace("labelled", "actor") if names else None


ZZ = "zz-text"
_NESTED: Mapping[Any, Record] = {
    Role: Role.model_construct(id="zz-actor", role="zz-role"),
    Office: Office.model_construct(title=ZZ, date=None),
    Figure: Figure.model_construct(measure="zz-measure", value=77),
    Account: Account.model_construct(id="a1", source="zz-source", locator="page 1", says=ZZ),
    Correction: Correction.model_construct(on=date(2022, 1, 1), what=ZZ, why="So."),
    Capture: Capture.model_construct(on=date(2022, 1, 1), by=ZZ),
    ArchivedText: ArchivedText.model_construct(file=ZZ, sha256="0", paragraphs=3, body=(1, 2, 3)),
    LeftOut: LeftOut.model_construct(paragraph=1, what=ZZ, why="So."),
    Repository: Repository.model_construct(url=ZZ),
    Term: Term.model_construct(name=ZZ),
    Measure: Measure.model_construct(name=ZZ),
}


@cache
def base_chronology() -> Chronology:
    """Return the rivers' data with a record of each kind to which nothing refers yet."""
    chronology, problems = check(RIVERS, RIVERS / "events")
    assert problems == ()
    settings = chronology.settings.model_copy(
        update={
            name: {**getattr(chronology.settings, name), f"zz-{target}": term}
            for name, target, term in (
                ("kinds", "kind", Term(name="Zz kind")),
                ("roles", "role", Term(name="Zz role")),
                ("measures", "measure", Measure(name="Zz measure")),
                ("populations", "population", Term(name="Zz population")),
            )
        }
    )
    first = chronology.events[0]
    other = first.model_copy(
        update={
            "id": "zz-event",
            "title": "Zz event",
            "date": parse_date("1700"),
            "accounts": (_NESTED[Account],),
        }
    )
    office = Office(title="Chair")
    actors = {
        id: actor.model_copy(update={"offices": (office,)})
        for id, actor in chronology.actors.items()
    }
    return replace(
        chronology,
        settings=settings,
        actors={
            **actors,
            "zz-actor": Actor(
                id="zz-actor", path="events/actors.yml", name="Zz actor", kind="state"
            ),
        },
        places={
            **chronology.places,
            "zz-place": Place(id="zz-place", path="events/places.yml", name="Zz place"),
        },
        sources={
            **chronology.sources,
            "zz-source": Source.model_construct(
                id="zz-source",
                path="events/sources.yml",
                outlet="Zz source",
                published=parse_date("2021"),
            ),
        },
        events=(other, *chronology.events),
    )


def with_value(record: type[Record], name: str, value: Any) -> tuple[Chronology, str, str]:
    """Return the chronology with a value in one field, and the registry and id of what holds it."""
    chronology = base_chronology()
    event = chronology.by_id[EVENT]

    def with_field(old: Record) -> Any:
        return old.model_copy(update={name: value})

    def in_event(**update: Any) -> tuple[Chronology, str, str]:
        new = event.model_copy(update=update)
        events = tuple(new if e.id == EVENT else e for e in chronology.events)
        return replace(chronology, events=events), "events", EVENT

    def in_account(account: Account) -> tuple[Chronology, str, str]:
        return in_event(accounts=(account, *event.accounts[1:]))

    def in_registry(registry: str, new: Any) -> tuple[Chronology, str, str]:
        records: Any = {registry: {**getattr(chronology, registry), new.id: new}}
        return replace(chronology, **records), registry, new.id

    def in_settings(**update: Any) -> tuple[Chronology, str, str]:
        changed = settings.model_copy(update=update)
        return replace(chronology, settings=changed), "chronology", chronology.folder

    settings = chronology.settings
    kind, measure = settings.kinds["works"], settings.measures["injured"]
    account = event.accounts[0]
    actor = chronology.actors["tolland"]
    source = chronology.sources["gazette-2021-05-05"]
    text, left_out = source.text, LeftOut.model_construct(paragraph=1, what="7", why="So.")
    makers: Mapping[type[Record], Callable[[], tuple[Chronology, str, str]]] = {
        Event: lambda: in_event(**{name: value}),
        Role: lambda: in_event(actors=(with_field(event.actors[0]),)),
        Account: lambda: in_account(with_field(account)),
        Figure: lambda: in_account(
            account.model_copy(
                update={"figures": (with_field(account.figures[1]), *account.figures[2:])}
            )
        ),
        Correction: lambda: in_event(corrections=(with_field(event.corrections[0]),)),
        Actor: lambda: in_registry("actors", with_field(actor)),
        Office: lambda: in_registry(
            "actors", actor.model_copy(update={"offices": (with_field(actor.offices[0]),)})
        ),
        Place: lambda: in_registry("places", with_field(chronology.places["river-bend"])),
        Source: lambda: in_registry("sources", with_field(source)),
        Capture: lambda: in_registry(
            "sources",
            source.model_copy(
                update={"captured": with_field(Capture.model_construct(on=date(1776, 1, 1)))}
            ),
        ),
        ArchivedText: lambda: in_registry(
            "sources", source.model_copy(update={"text": text and with_field(text)})
        ),
        LeftOut: lambda: in_registry(
            "sources", source.model_copy(update={"left_out": (with_field(left_out),)})
        ),
        Settings: lambda: in_settings(**{name: value}),
        Repository: lambda: in_settings(
            repository=with_field(Repository(url="https://git.example/x"))
        ),
        Term: lambda: in_settings(kinds={**settings.kinds, "works": with_field(kind)}),
        Measure: lambda: in_settings(
            measures={**settings.measures, "injured": with_field(measure)}
        ),
    }
    return makers[record]()
