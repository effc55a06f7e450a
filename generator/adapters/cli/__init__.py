"""The command line: `python -m generator`, a thin adapter. No rule and no page is known here.

One module a command. Exit codes: 0 clean, 1 problems in the data, 2 wrong use, 130 interrupted.
"""

import errno
import gc

import click

from generator.adapters.cli.build import build
from generator.adapters.cli.check import check
from generator.adapters.cli.diff import diff
from generator.adapters.cli.fix import fix
from generator.adapters.cli.import_ import import_
from generator.adapters.cli.new_event import new
from generator.adapters.cli.schema import schema

_INTERRUPTED = 130  # as shells tell of SIGINT


class _Commands(click.Group):
    """Commands that end in words, whatever a disk, a right or a name forbids."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:  # nobody reads on; click leaves quietly
                raise
            where = f": {error.filename}" if error.filename else ""
            raise click.UsageError(f"{error.strerror or error}{where}") from None
        except (KeyboardInterrupt, click.Abort) as error:
            # A question that is interrupted becomes an Abort.
            if KeyboardInterrupt in (type(error), type(error.__context__)):
                click.echo("interrupted", err=True)
                raise click.exceptions.Exit(_INTERRUPTED) from None
            raise
        except UnicodeEncodeError as error:
            raise click.UsageError(f"this is no text in UTF-8: {error.object!r}") from None


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """A chronology of contested events: check its YAML, write its pages.

    FOLDER is the project's folder, the one with mkdocs.yml; the current one by default.

    Exit codes: 0 clean, 1 problems in the data, 2 wrong use.
    """


def run(prog_name: str | None = None) -> None:
    """Run the command line as a program, which ends with it."""
    # A run makes millions of small values, hardly a cycle among them, and ends: looking for cycles
    # would be a quarter of its time.
    gc.disable()
    main(prog_name=prog_name)


for command in (build, check, diff, fix, import_, new, schema):
    main.add_command(command)
