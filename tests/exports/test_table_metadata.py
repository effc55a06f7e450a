"""The CSV files as `csvw` and `frictionless` read them by our descriptions."""

import json
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.exports.tables import BY_NAME, TABLES
from generator.model.records import Chronology
from tests.support.data_readers import csv_rows
from tests.support.exported_files import export_files
from tests.support.hostile_texts import Hostile
from tests.support.table_readers import data_package_report, read_by_csvw, table_group


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, meresh_with_drafts: Chronology) -> Path:
    """The data files of a chronology full of hostile texts."""
    folder = tmp_path_factory.mktemp("tables")
    for path, content in export_files(Hostile().chronology(meresh_with_drafts)).items():
        if path.startswith("data/"):
            (folder / Path(path).name).write_bytes(content)
    return folder


@pytest.fixture(autouse=True)
def _other_programs_may_warn() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def test_the_files_are_one_table_group_of_csvw(folder: Path) -> None:
    read = read_by_csvw(folder)
    assert read.is_valid
    assert [str(warning.message) for warning in read.warnings] == []
    assert {str(table.url) for table in read.tables} == {f"{table.name}.csv" for table in TABLES}


def test_csvw_refuses_a_row_that_names_no_event(folder: Path, tmp_path: Path) -> None:
    for file in folder.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    unknowns = tmp_path / "unknowns.csv"
    unknowns.write_bytes(unknowns.read_bytes() + b"9999-none,1,Who\r\n")
    group = table_group(tmp_path)
    with pytest.raises(ValueError, match="not found"):
        group.check_referential_integrity()


def test_the_files_are_a_data_package(folder: Path) -> None:
    report = data_package_report(folder)
    assert report.flatten(["title", "rowNumber", "fieldName", "note"]) == []
    assert len(report.tasks) == len(TABLES)


def test_every_column_has_its_meaning(folder: Path, rivers_files: dict[str, bytes]) -> None:
    for table in TABLES:
        assert table.about.endswith(".")
        for column in table.columns:
            assert column.about.endswith((".", ":", '"')) or column.about, (table.name, column)
    codebook = csv_rows(rivers_files, "codebook")
    assert [(row["table"], row["column"]) for row in codebook] == [
        (table.name, column.name) for table in TABLES for column in table.columns
    ]
    [unit] = [r for r in codebook if (r["table"], r["column"]) == ("figures", "unit")]
    assert unit["presence"] == "computed"


def test_every_reference_leads_to_a_table() -> None:
    for table in TABLES:
        for columns, name in table.foreign.items():
            assert len(BY_NAME[name].key) == len(columns)


def test_the_package_tells_title_and_licence(folder: Path) -> None:
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    assert package["title"]
    assert {resource["name"] for resource in package["resources"]} == set(BY_NAME)
