"""The door that every word comes through: messages, their catalogue, and those of the scripts."""

import ast

from markupsafe import Markup

from generator.rendering.language import ENGLISH, script_messages
from tests.tools.messages import CATALOGUE, KEYWORDS, sources, text


def test_the_catalogue_for_translators_is_up_to_date() -> None:
    assert CATALOGUE.read_text("utf-8") == text(), "run: make messages"


def test_no_message_stands_where_it_is_not_extracted() -> None:
    """Before Python 3.12, an f-string is one token: Babel sees no call in it."""
    hidden = [
        f"{path.name}:{call.lineno}"
        for path in sources()
        if path.suffix == ".py"
        for string in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call)
        and getattr(call.func, "attr", getattr(call.func, "id", "")) in KEYWORDS
        and any(isinstance(argument, ast.Constant) for argument in call.args)
    ]
    assert not hidden, "write the call before the f-string"


def test_a_message_is_filled_by_name() -> None:
    assert ENGLISH.gettext("says %(who)s", who="<b>") == "says <b>"
    assert ENGLISH.gettext("100 %") == "100 %"
    assert ENGLISH.pgettext("verb", "follows") == "follows"


def test_a_count_decides_the_form_and_stands_in_digits() -> None:
    events = "%(count)s event", "%(count)s events"
    assert [ENGLISH.ngettext(*events, n) for n in (0, 1, 1200)] == [
        "0 events",
        "1 event",
        "1,200 events",
    ]


def test_on_a_page_values_are_text_unless_they_are_markup() -> None:
    shown = ENGLISH.markup("%(a)s and %(b)s", a="<i>", b=Markup("<b>x</b>"))
    assert shown == Markup("&#60;i&#62; and <b>x</b>")
    assert isinstance(ENGLISH.nmarkup("%(count)s event", "%(count)s events", 1), Markup)


def test_scripts_have_each_plural_form_and_places_left_open() -> None:
    messages = script_messages(ENGLISH)
    assert messages["events.one"] == "%(count)s event"
    assert messages["events.other"] == "%(count)s events"
    assert "events.few" not in messages
