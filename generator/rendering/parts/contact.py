"""Where readers reach the editors: the `contact` of the chronology, as a link where it is one."""

from urllib.parse import quote

from markupsafe import Markup

from generator.model.records import Settings
from generator.rendering.language import Language
from generator.support.escape import as_text, html


def contact_line(language: Language, settings: Settings, subject: str = "") -> Markup | None:
    """Return a sentence with the contact; None where the chronology names none.

    `subject` is that of the letter which its link begins, where the contact is an e-mail address.
    """
    if settings.contact is None:
        return None
    shown = as_text(settings.contact)
    if settings.email:
        address = f"mailto:{quote(settings.email, safe='@+')}"
        address += f"?subject={quote(subject)}" * bool(subject)
        shown = html(f'<a href="{as_text(address)}">{shown}</a>')
    elif settings.contact.startswith(("https://", "http://")) and " " not in settings.contact:
        shown = html(f'<a href="{shown}" rel="noopener">{shown}</a>')
    return language.markup("Write to the editors: %(contact)s", contact=shown)
