"""A static chronology of contested events: curated YAML in, Markdown pages and data files out.

    events/*.yml --loading--> Chronology + problems --validation--> problems with a way out
                                  |
                              analysis   where accounts differ, since when something is known
                               /     \\
                       rendering     exports --> outputs: path, content, origin
                               \\     /
                             pipeline.py
                            /     |     \\
                     adapters: MkDocs, the command line, a folder that stands alone

The folders stand in the order of the data: support, model, loading, validation, analysis,
rendering, exports, authoring, pipeline.py, adapters. Each imports only from those before it.
Read `pipeline.py` first.

The names below are the public face. They are loaded when they are first asked for, so that a part
of the package starts without the rest.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.loading.loader import load
    from generator.model.dates import Date
    from generator.model.problems import Problem
    from generator.model.records import Chronology
    from generator.pipeline import build
    from generator.validation.check import check

__version__ = "0.2.0"
__all__ = ["Chronology", "Date", "Problem", "build", "check", "load"]
_MODULES = {
    "Chronology": "generator.model.records",
    "Date": "generator.model.dates",
    "Problem": "generator.model.problems",
    "build": "generator.pipeline",
    "check": "generator.validation.check",
    "load": "generator.loading.loader",
}


def __getattr__(name: str) -> object:
    """Load a public name. Raises AttributeError for any other."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_MODULES[name]), name)
