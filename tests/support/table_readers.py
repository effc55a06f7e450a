"""The CSV files as `csvw` and `frictionless` read them by our descriptions.

Who asks imports them: every process of a run imports every test, and they take a third of a second.
"""

import warnings
from pathlib import Path
from typing import Any


def read_by_csvw(folder: Path) -> Any:
    """Return the tables of a folder of data files as `csvw` reads and validates them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from csvw import CSVW  # type: ignore[import-untyped]

        return CSVW(str(folder / "csv-metadata.json"), validate=True)


def table_group(folder: Path) -> Any:
    """Return the same tables as a group whose references can be checked."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from csvw import TableGroup

        return TableGroup.from_file(folder / "csv-metadata.json")


def data_package_report(folder: Path) -> Any:
    """Return what `frictionless` reports of the data package in a folder."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from frictionless import Package, system

        with system.use_context(trusted=True):
            return Package(str(folder / "datapackage.json")).validate()
