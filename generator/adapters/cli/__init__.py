"""The command line: `chronology`, a thin adapter. No rule and no page is known here.

One module a command, which is imported when it is called. Exit codes: 0 clean, 1 problems in the
data, 2 wrong use, 130 interrupted.
"""

import errno
import gc
from difflib import get_close_matches
from importlib import import_module

import click

from generator import __version__
from generator.support.collection import never_collect_at_the_end
from generator.support.log_lines import harmless

COMMANDS = {
    "build": "build:build",
    "check": "check:check",
    "diff": "diff:diff",
    "explain": "explain:explain",
    "fix": "fix:fix",
    "import": "import_:import_",
    "migrate": "migrate:migrate",
    "new": "new_event:new",
    "publish": "publish:publish",
    "schema": "schema:schema",
    "start": "start:start",
}
"""The module of each command and its name there; a command imports only what it needs."""

_LONGEST = 40  # of a word that is compared; a longer one is none of ours
_INTERRUPTED = 130  # as shells tell of SIGINT


class _Commands(click.Group):
    """Commands that end in words, whatever a disk, a right or a name forbids."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(f"{__name__}.{module}"), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:  # click knows no command before it is called for
            near = get_close_matches(args[0], COMMANDS, n=1) if len(args[0]) <= _LONGEST else ()
            said = "".join(f" Did you mean {name!r}?" for name in near)
            error.message += said  # type: ignore[misc]  # keeps its kind
            raise

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except click.ClickException as error:  # which click prints
            error.message = harmless(error.message)  # type: ignore[misc]  # keeps its kind
            raise
        except OSError as error:
            if error.errno == errno.EPIPE:  # nobody reads on; click leaves quietly
                raise
            where = f": {error.filename}" if error.filename else ""
            raise click.UsageError(harmless(f"{error.strerror or error}{where}")) from None
        except UnicodeEncodeError as error:
            raise click.UsageError(f"this is no text in UTF-8: {error.object!r}") from None
        except (KeyboardInterrupt, click.Abort) as error:
            # A question that is interrupted becomes an Abort.
            if KeyboardInterrupt in (type(error), type(error.__context__)):
                click.echo("interrupted", err=True)
                raise click.exceptions.Exit(_INTERRUPTED) from None
            raise


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="chronology %(version)s")
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
    never_collect_at_the_end()
    main(prog_name=prog_name)
