"""`start`: a repository for a chronology of one's own."""

import tempfile
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import click
from click.core import ParameterSource

from generator import __version__
from generator.adapters.cli.log import echo
from generator.authoring.start import VOCABULARIES, Answers, repository_files
from generator.loading.loader import load
from generator.support.disk_flush import flush
from generator.support.whole_folder import WholeFolder, clear_leftovers

_ABOUT = click.Choice(list(VOCABULARIES))


def _answer(context: click.Context, option: click.Parameter, value: str) -> str:
    """Return an answer; BadParameter, on which click asks again, where it is asked for and bad.

    What flags say is judged at the end, all at once.
    """
    assert option.name is not None
    is_asked = context.get_parameter_source(option.name) is None  # click notes it afterwards
    if is_asked:
        answers = Answers("Title", "Subject", "en", "", "", "bare")._replace(**{option.name: value})
        if listed := _bad_answers(answers):
            raise click.BadParameter("; ".join(listed))
    return value


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--title", prompt="Title", callback=_answer, help="What the chronology is called.")
@click.option(
    "--subject",
    prompt="Subject, in a sentence",
    callback=_answer,
    help="What it is about.",
)
@click.option(
    "--language",
    prompt="Language, by its code, such as de",
    default="en",
    callback=_answer,
    help="The language it is written in, such as de.",
)
@click.option(
    "--url",
    prompt="Address of the site, such as https://dam.example/; Enter if it has none",
    default="",
    show_default=False,
    callback=_answer,
    help="Where it will stand.",
)
@click.option("--repository", default="", help="The address of its repository.")
@click.option(
    "--about",
    type=_ABOUT,
    default="bare",
    show_default=True,
    help="Which vocabularies to begin with.",
)
@click.pass_context
def start(context: click.Context, /, folder: Path, about: str, **texts: str) -> None:
    """Begin a chronology of your own in DIR, which is empty or not there yet.

    It builds at once, and publishes itself on GitHub, GitLab or, by hand, from Forgejo. One worked
    example stands in it as a draft.

    \b
    Examples:
      chronology start my-chronology
      chronology start dam --title "The dam" --subject "Who said what of the dam." \\
        --language en --url https://dam.example/ --about disaster

    Exit codes: 0 written, 2 wrong use.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        with suppress(OSError):  # a run may have been killed at its very end
            clear_leftovers(folder.absolute())
        raise click.UsageError(f"{folder} is not empty: name another folder")
    source = context.get_parameter_source
    if source("title") is ParameterSource.PROMPT and source("about") is ParameterSource.DEFAULT:
        about = click.prompt("Vocabularies to begin with", default=about, type=_ABOUT)
    answers = Answers(about=about, **texts)
    if listed := _bad_answers(answers):
        raise click.UsageError("\n  ".join(["nothing was written:", *listed]))
    files = _files(answers)
    with WholeFolder(folder.absolute()) as made:
        for path, text in files.items():
            (made.folder / path).parent.mkdir(parents=True, exist_ok=True)
            (made.folder / path).write_text(text, "utf-8", newline="\n")
        flush(made.folder.rglob("*"))
        made.publish()
    echo(f"{len(files)} files written. See it at http://localhost:8000:", err=True)
    echo(f"  cd {folder}\n  mkdocs serve", err=True)


def _files(answers: Answers) -> dict[str, str]:
    return repository_files(answers, __version__, datetime.now().astimezone().year)


def _bad_answers(answers: Answers) -> list[str]:
    """Return what is wrong with the answers that chronology.yml does not take."""
    with tempfile.TemporaryDirectory() as made:
        events = Path(made, "events")
        events.mkdir()
        (events / "chronology.yml").write_text(_files(answers)["events/chronology.yml"], "utf-8")
        problems = load(Path(made), events).problems
    return [f"{p.message} ({p.way_out}): {p.quote}" for p in problems]
