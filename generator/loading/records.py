"""The plain data of one file to its records. What is wrong is a finding, and never raised."""

from collections.abc import Iterator, Mapping
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import TypeAdapter, ValidationError

from generator.loading.account_ids import with_ids
from generator.loading.document import Document
from generator.loading.shape_errors import nothing_found, to_findings
from generator.loading.split_sentences import split_sentences
from generator.model.layout import id_in
from generator.model.problems import Finding, Location
from generator.model.records import Event, Record, Settings, WithheldEvent
from generator.model.scalars import Id, ParagraphBudget, is_id, kind_of

_ID = TypeAdapter(Id)
_WRITE_IT = "write it, or take the key out"

T = TypeVar("T")
R = TypeVar("R", bound=Record)


class Outcome(NamedTuple, Generic[T]):
    """What was made of some data, and what is wrong with that."""

    value: T
    findings: tuple[Finding, ...] = ()


def load_settings(document: Document) -> Outcome[Settings | None]:
    """Return what chronology.yml says; None where it is not sound."""
    if document.data is None:
        return _nothing(document, "write a title")
    return _load_record(Settings, document, (), document.data, {}, ParagraphBudget())


def load_registry(record: type[R], document: Document) -> Outcome[Mapping[str, R]]:
    """Return the sound records of a registry by their ids."""
    path, data = document.path, document.data
    if data is None:  # nothing but comments
        return Outcome({})
    if not isinstance(data, dict):
        message = f"expected ids with records, found {kind_of(data)}"
        way_out = "write an id, a colon, and the record below it"
        return Outcome({}, (Finding(path, (), "E202", message, way_out),))
    records: dict[str, R] = {}
    findings: list[Finding] = []
    budget = ParagraphBudget()
    for key, value in data.items():
        if bad_id := _bad_id(path, (key,), key, on_key=True):
            findings.append(bad_id)
            continue
        outcome = _load_record(record, document, (key,), value, {"id": key, "path": path}, budget)
        findings += outcome.findings
        if outcome.value is not None:
            records[key] = outcome.value
    return Outcome(records, tuple(findings))


def load_event(document: Document) -> Outcome[Event | WithheldEvent | None]:
    """Return the event of a file, or that it is withheld; None where that is not sound."""
    event_id, data = id_in(document.path), document.data
    if bad_id := _bad_id(document.path, (), event_id):
        empty = _nothing(document, "write the event, or delete")
        return Outcome(None, (bad_id, *(empty.findings if data is None else ())))
    if data is None:
        return _nothing(document, "write the event, or delete")
    loader_values = {"id": event_id, "path": document.path}
    if isinstance(data, dict) and "withheld" in data:
        # Whatever else of the event is still there is not read, so that it cannot come out.
        left = {key: value for key, value in data.items() if key not in Event.model_fields}
        withheld = _load_record(WithheldEvent, document, (), left, loader_values, ParagraphBudget())
        return Outcome(withheld.value, withheld.findings)
    findings: tuple[Finding, ...] = ()
    if isinstance(data, dict) and isinstance(accounts := data.get("accounts"), list):
        named, twice = with_ids(document.path, accounts)
        data, findings = {**data, "accounts": named}, tuple(twice)
    findings += tuple(split_sentences(document))
    event = _load_record(Event, document, (), data, loader_values, ParagraphBudget())
    return Outcome(None if findings else event.value, (*findings, *event.findings))


def _nothing(document: Document, way_out: str) -> Outcome[Any]:
    """Return that a file is empty; nothing, where its problems say already why it seems so."""
    if document.problems:
        return Outcome(None)
    return Outcome(None, (Finding(document.path, (), "E203", "the file is empty", way_out),))


def _bad_id(path: str, location: Location, text: str, on_key: bool = False) -> Finding | None:
    """Return what is wrong with an id; None where nothing is."""
    if is_id(text):
        return None
    try:
        _ID.validate_python(text)
    except ValidationError as error:
        context = error.errors()[0]["ctx"]
        code, message, way_out = context["code"], context["message"], context["way_out"]
        return Finding(path, location, code, message, way_out, on_key, context["instead"])
    return None


def _load_record(
    record: type[R],
    document: Document,
    location: Location,
    data: Any,
    loader_values: Mapping[str, str],
    budget: ParagraphBudget,
) -> Outcome[R | None]:
    """Return the record that the data makes with what the loader gives; None where it makes none.

    The data is that of the document, or a part of it. A record with a finding is no record.
    """
    path = document.path
    if not isinstance(data, dict):
        message = f"expected keys with values, found {kind_of(data)}"
        way_out = "write one key: value on each line"
        return Outcome(None, (Finding(path, location, "E202", message, way_out),))
    whole, findings = _with_given(path, location, data, loader_values)
    loaded = None
    reported = {finding.location for finding in findings}
    try:
        loaded = record.model_validate(whole, context=budget)
    except ValidationError as error:
        details = error.errors(include_url=False)
        shape = to_findings(record, path, location, details, data)
        findings = (*findings, *shape)
        reported |= {finding.location for finding in shape}
        # Some errors are reported in one finding.
        reported |= {(*location, *error["loc"]) for error in details}
    findings += tuple(
        Finding(path, place, "E203", nothing_found(record, place[len(location) :]), _WRITE_IT)
        for place in (_empty_keys(data, location) if document.has_empty else ())
        if place not in reported
    )
    return Outcome(None if findings else loaded, findings)


def problem_of_record(record: type[Record], id: str, data: Any) -> str | None:
    """Return what is wrong with the data of a record of a registry; None where it is sound."""
    bad_id = _bad_id("", (), id)
    document = Document("", b"", (), has_empty=True)
    outcome = _load_record(record, document, (), data, {"id": id, "path": ""}, ParagraphBudget())
    findings = [bad_id] if bad_id else list(outcome.findings)
    return f"{findings[0].code} {findings[0].message} ({findings[0].way_out})" if findings else None


def _empty_keys(data: Any, location: Location) -> Iterator[Location]:
    """Yield the place of each key in some data that has no value: a slip where it need not be."""
    if isinstance(data, dict):
        for key, value in data.items():
            if value is None:
                yield (*location, key)
            elif type(value) is not str:
                yield from _empty_keys(value, (*location, key))
    elif isinstance(data, list):
        for n, value in enumerate(data):
            if type(value) is not str:
                yield from _empty_keys(value, (*location, n))


def _with_given(
    path: str, location: Location, data: Mapping[str, Any], loader_values: Mapping[str, str]
) -> Outcome[dict[str, Any]]:
    """Return the data with what the loader gives; a key of that name in the file is unknown."""
    way_out = "take it out: the id is the name of the file, or the key of the record"
    findings = tuple(
        Finding(path, (*location, key), "E200", f"unknown key {key!r}", way_out, on_key=True)
        for key in loader_values
        if key in data
    )
    return Outcome({**data, **loader_values}, findings)
