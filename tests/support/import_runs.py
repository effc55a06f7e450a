"""Imports through the command line, as tests run them."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.model.records import Chronology, Event
from generator.validation.check import check
from tests.support.cli import Ended
from tests.support.cli import run as run_command

if TYPE_CHECKING:  # every process of pytest would import it for a third of a second
    from openpyxl import Workbook

FACTS = """\
title: Fresh # a comment
kinds:
  works: {name: Works}   # another

  # and one more
licence: CC0
loaded: {thieves: takers}
"""
UCDP_HEAD = (
    "id,year,type_of_violence,conflict_name,dyad_name,side_a,side_b,source_article,"
    "source_original,where_prec,where_coordinates,adm_1,adm_2,latitude,longitude,country,"
    "event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,"
    "deaths_unknown,best,high,low\n"
)


def ucdp_row(**changes: str) -> str:
    """Return a line of UCDP's table, with these cells changed."""
    row = {
        "id": "7", "year": "2001", "type_of_violence": "1", "conflict_name": "Uplands",
        "dyad_name": "Government of Uplands - River Front", "side_a": "Government of Uplands",
        "side_b": "River Front",
        "source_article": '"Wire,2001-02-05,""Pause"" ends, fights begin";"Post,2001-02-06,Two"',
        "source_original": "A\nspokesman", "where_prec": "2", "where_coordinates": "River Bend",
        "adm_1": "North", "adm_2": "", "latitude": "45.5", "longitude": "-12.25",
        "country": "Uplands", "event_clarity": "1", "date_prec": "1",
        "date_start": "2001-02-03", "date_end": "2001-02-03", "deaths_a": "1", "deaths_b": "2",
        "deaths_civilians": "0", "deaths_unknown": "0", "best": "3", "high": "30", "low": "2",
    } | changes  # fmt: skip
    return ",".join('"' + cell.replace('"', '""') + '"' for cell in row.values()) + "\n"


def import_file(
    project: Path, form: str, name: str, content: object, exit_code: int = 0
) -> tuple[Chronology, str]:
    """Import a file, and return the chronology, which must be sound, and the report.

    `content` is the file's text, or what to write as JSON.
    """
    file = project / "in" / name
    file.parent.mkdir(exist_ok=True)
    text = content if isinstance(content, str) else json.dumps(content)
    file.write_bytes(text.encode())
    done = run_command("import", form, str(file), "--on", "2026-01-09", cwd=project)
    assert done.returncode == exit_code, done.stdout + done.stderr
    chronology, problems = check(project, project / "events")
    assert [str(problem) for problem in problems] == []
    return chronology, done.stdout


def table(project: Path, content: "str | Workbook", *options: str) -> tuple[Chronology, Ended]:
    """Import a table, and return the chronology, which must be sound, and how the run ended."""
    name = "t.csv" if isinstance(content, str) else "t.xlsx"
    if isinstance(content, str):
        (project / name).write_text(content, "utf-8")
    else:
        content.save(project / name)
    done = run_command("import", "table", name, "--on", "2026-01-09", *options, cwd=project)
    chronology, problems = check(project, project / "events")
    assert [str(problem) for problem in problems] == []
    return chronology, done


def slides_file(*dates: dict[str, Any]) -> dict[str, Any]:
    """Return a TimelineJS file of a slide for each of these dates."""
    return {
        "events": [{"text": {"headline": f"Slide {n}"}, **date} for n, date in enumerate(dates, 1)]
    }


def only_event(chronology: Chronology) -> Event:
    """Return the event of a chronology that has one."""
    [event] = chronology.events
    return event
