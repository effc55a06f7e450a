"""What a command prints: on every line harmless for a terminal and for a workflow's log."""

import click

from generator.support.log_lines import harmless


def echo(text: str, *, err: bool = False, nl: bool = True) -> None:
    """Print some lines, on stderr with `err`; names and texts in them can be no command."""
    click.echo(harmless(text), err=err, nl=nl)
