"""References that are written as no id is: to which record of the chronology they can only lead."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.model.known_as import KnownAs, Meant
from generator.model.problems import Finding
from generator.model.records import Chronology, Source
from generator.model.references import known_ids
from generator.model.slips import unquoted
from generator.support.fold import fold


def with_named_records(findings: Iterable[Finding], chronology: Chronology) -> tuple[Finding, ...]:
    """Return the findings; those of a reference that is no id say which record may be meant.

    Something else can only be meant where it is an id in another spelling, or the whole name of
    one record alone: an outlet has other articles, which may not be recorded yet.
    """
    known = {str(target): KnownAs(records) for target, records in known_ids(chronology).items()}
    return tuple(_resolved(finding, known) for finding in findings)


def _resolved(finding: Finding, known: Mapping[str, KnownAs]) -> Finding:
    if finding.names is None:
        return finding
    target, written = finding.names[0], unquoted(finding.names[1])
    records = known[target].records
    if finding.instead in records:
        return replace(finding, way_out=f"write {finding.instead}")
    called = known[target].with_name(written)
    only = called[0] if len(called) == 1 else None
    record = records[only] if only else None
    if isinstance(record, Source) and written != record.url and fold(written) != fold(record.title):
        only = None
    otherwise = f"write the id of the {target}, as it stands in the data; or add it there"
    way_out = Meant(written, records, otherwise, records=known[target])
    return replace(finding, instead=only, way_out=way_out)
