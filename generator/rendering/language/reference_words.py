"""What references say of a source in words: its language, its copy, and who kept it."""

from generator.model.records import Source
from generator.rendering.language.messages import Language
from generator.support.escape import as_tex_url


def capture_words(language: Language, source: Source) -> list[str]:
    """Return what is known of it, each in words of its own; nothing where nothing is."""
    kept = source.captured
    if kept is None:
        return []
    said = [language.gettext("kept on %(day)s", day=language.grammar.day_words(kept.on))]
    if kept.by:
        said.append(language.gettext("kept by %(name)s", name=kept.by))
    if tool := getattr(kept, "with"):
        said.append(language.gettext("kept with %(name)s", name=tool))
    return said


def named(language: Language, tag: str) -> str:
    """Return what a language is called, for a form in which it stands in words."""
    return language.grammar.language_name(tag) if tag else ""


def archived_at(language: Language, archive_url: str) -> str:
    """Return where a copy is kept, in TeX; nothing without one."""
    address = rf"\url{{{as_tex_url(archive_url)}}}"
    return language.gettext("Archived at %(address)s", address=address) if archive_url else ""
