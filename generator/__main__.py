"""`python -m generator`."""

from generator.adapters.cli import run

run("python -m generator")
