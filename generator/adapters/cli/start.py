"""`start`: a repository for a chronology of one's own."""

import tempfile
from datetime import datetime
from pathlib import Path

import click

from generator import __version__
from generator.adapters.cli.log import echo
from generator.authoring.start import VOCABULARIES, Answers, repository_files
from generator.loading.loader import load
from generator.support.whole_folder import WholeFolder


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--title", prompt="Title", help="What the chronology is called.")
@click.option("--subject", prompt="Subject, in a sentence", help="What it is about.")
@click.option(
    "--language", prompt=True, default="en", help="The language it is written in, such as de."
)
@click.option(
    "--url", prompt="Address of the site, if it has one", default="", help="Where it will stand."
)
@click.option("--repository", default="", help="The address of its repository.")
@click.option(
    "--about",
    type=click.Choice(list(VOCABULARIES)),
    default="bare",
    show_default=True,
    help="Which vocabularies to begin with.",
)
def start(
    folder: Path, title: str, subject: str, language: str, url: str, repository: str, about: str
) -> None:
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
        raise click.UsageError(f"{folder} is not empty: name another folder")
    answers = Answers(title, subject, language, url, repository, about)
    year = datetime.now().astimezone().year
    files = repository_files(answers, __version__, year)
    _refuse_bad_answers(files["events/chronology.yml"])
    with WholeFolder(folder.absolute()) as made:
        for path, text in files.items():
            (made.folder / path).parent.mkdir(parents=True, exist_ok=True)
            (made.folder / path).write_text(text, "utf-8", newline="\n")
        made.publish()
    echo(f"{len(files)} files written. See it at http://localhost:8000:", err=True)
    echo(f"  cd {folder}\n  mkdocs serve", err=True)


def _refuse_bad_answers(settings: str) -> None:
    """Raise a UsageError where an answer is none that chronology.yml takes."""
    with tempfile.TemporaryDirectory() as made:
        events = Path(made, "events")
        events.mkdir()
        (events / "chronology.yml").write_text(settings, "utf-8")
        problems = load(Path(made), events).problems
    if problems:
        listed = "\n  ".join(f"{p.message} ({p.way_out}): {p.quote}" for p in problems)
        raise click.UsageError(f"nothing was written:\n  {listed}")
