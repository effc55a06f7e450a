"""Style sheet and scripts: joined and stripped for readers; layers instead of force."""

import re
from pathlib import Path

from generator.rendering.assets import SCRIPTS, STYLES, assets
from generator.rendering.language import ENGLISH, script_messages
from generator.rendering.markdown_page import KNOWN_MODES, render_page
from generator.rendering.templates import TEMPLATES
from tests.support.projects import ROOT

SOURCES = {path.name: path.read_text("utf-8") for path in sorted(STYLES.glob("*.css"))}
READ = {
    output.path.removeprefix("assets/chronology/"): str(output.content)
    for output in assets(ENGLISH)
}
RULES = re.sub(r"/\*.*?\*/", "", "\n".join(SOURCES.values()), flags=re.DOTALL)
# Set by the markup or by a script: how far along an axis something stands, names of columns.
FROM_MARKUP = {"--at", "--step", *(f"--{n}" for n in range(3, 9))}
# What begins each block of `tokens.css` with colours, and the colours that it leaves as they were.
LIGHT, SLATE = '[data-md-color-scheme="default"]', '[data-md-color-scheme="slate"]'
COLOUR_BLOCKS: dict[str, set[str]] = {
    SLATE: set(),
    "(prefers-color-scheme: dark)": set(),
    "print": set(),
    # Only what is faint becomes as strong as the ink of the scheme.
    "(prefers-contrast: more)": {"--paper", "--tint", "--ink", "--rubric"},
    "(forced-colors: active)": set(),
}


def test_every_component_is_in_the_style_sheet() -> None:
    joined = READ["chronology.css"]
    assert "/*" not in joined
    assert len(joined) < len(RULES)
    for name, text in SOURCES.items():
        rules = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
        assert "".join(rules.split()).replace(";}", "}") in "".join(joined.split()), name


def test_layers_come_in_one_order_and_no_rule_is_forced() -> None:
    named = re.match(r"@layer ([a-z, ]+);\n", READ["chronology.css"])
    assert named
    assert set(re.findall(r"@layer ([a-z]+) ", RULES)) == set(named[1].split(", "))
    assert "!important" not in RULES


def test_lines_are_short() -> None:
    long = {f"{n}: {x}" for n, text in SOURCES.items() for x in text.splitlines() if len(x) > 100}
    assert long == set()


def test_every_value_that_is_used_is_defined() -> None:
    used = set(re.findall(r"var\((--[a-z0-9-]+)", RULES))
    assert used - set(re.findall(r"(--[a-z0-9-]+):", RULES)) == FROM_MARKUP


def test_every_value_that_is_defined_is_used() -> None:
    """By a rule; what begins with `--md-` is the theme's, which uses it."""
    defined = set(re.findall(r"(?<![\w-])(--(?!md-)[a-z0-9-]+):", RULES))
    assert defined - set(re.findall(r"var\((--[a-z0-9-]+)", RULES)) == set()


def _colours(block: str) -> dict[str, str]:
    """The values of one block of `tokens.css`: a rule, or the rule in a media query."""
    rule = re.compile(rf"^(?:@media )?{re.escape(block)} {{$(.*?)^}}$", re.DOTALL | re.MULTILINE)
    (text,) = rule.findall(SOURCES["tokens.css"])
    return dict(re.findall(r"(--[a-z0-9-]+): ([^;]+);", text))


def test_every_colour_stands_in_every_block_that_sets_colours() -> None:
    """Else a new one stays that of the light scheme in the dark, in print or in forced colours."""
    light = set(_colours(LIGHT))
    assert light
    for block, unchanged in COLOUR_BLOCKS.items():
        assert unchanged <= light, block
        assert set(_colours(block)) == light - unchanged, block


def test_the_dark_scheme_is_the_same_without_scripts() -> None:
    assert _colours(SLATE) == _colours("(prefers-color-scheme: dark)")


def test_every_class_that_is_styled_is_written_somewhere() -> None:
    """By a template, by Python or by a script; the theme's own begin with `md-`."""
    folder = Path(STYLES).parent
    files = [path for kind in ("py", "md", "html", "js") for path in folder.rglob(f"*.{kind}")]
    written = "\n".join(path.read_text("utf-8") for path in files)
    classes = set(re.findall(r"\.([a-z][a-z0-9_-]*)", RULES)) - {"woff2"}
    ours = {name for name in classes if not name.startswith("md-")}
    # Where a modifier is put together from a value, its block stands before two hyphens and braces.
    missing = {
        name
        for name in ours - {"headerlink", "no-js"}
        if name not in written and not re.search(rf"{name.partition('--')[0]}--\$?\{{", written)
    }
    assert missing == set()


def test_scripts_lose_their_comments_and_nothing_else() -> None:
    """A text over several lines might hold what looks like a comment: there is none."""
    for path in SCRIPTS.rglob("*.js"):
        source, text = path.read_text("utf-8"), READ[path.relative_to(SCRIPTS).as_posix()]
        assert all(line.count("`") % 2 == 0 for line in text.splitlines()), path
        lines = [re.sub(r" ?/\*\*.*?\*/ ?", "", line).strip() for line in source.splitlines()]
        assert "/**" not in text, path
        assert [x for x in text.splitlines() if x] == [
            x for x in lines if x and not re.match(r"//|/\*|\*", x)
        ], path


def test_paths_named_in_scripts_exist() -> None:
    for path in (*SCRIPTS.rglob("*.js"), *SCRIPTS.rglob("*.ts")):
        for name in re.findall(r"\b(?:generator|tests)/[\w/.-]*\w", path.read_text("utf-8")):
            assert (ROOT / name).exists(), f"{path}: {name}"


def test_scripts_say_only_messages_that_there_are() -> None:
    """And none is left over: names that are put together from a value have their parts here."""
    messages = script_messages(ENGLISH)
    names = {re.sub(r"\.(?:one|other)$", "", name) for name in messages} - {"locale"}
    text = "\n".join(text for name, text in READ.items() if name.endswith(".js"))
    said = re.findall(
        r"\.(?:say|count)\(\s*(?:known \? )?[\"`]([^\"`]+)[\"`](?: : \"([\w.-]+)\")?", text
    )
    patterns = [
        re.sub(r"\$\{[^}]*\}", "[a-z0-9-]+", name) for pair in said for name in pair if name
    ]
    assert [p for p in patterns if not any(re.fullmatch(p, name) for name in names)] == []
    unsaid = {n for n in names if not any(re.fullmatch(p, n) for p in patterns)}
    by_noun = {"events", "differences", "actors", "places", "sources"}
    assert unsaid - by_noun == set()


def test_pages_that_hold_to_a_day_say_what_is_ours_on_them() -> None:
    kinds = {path.stem for path in TEMPLATES[0].glob("*.md")}
    assert set(KNOWN_MODES) <= kinds
    ours = {kind for kind, mode in KNOWN_MODES.items() if mode == "events"}
    assert {f"known.ours.{kind}" for kind in ours} <= set(script_messages(ENGLISH))


def test_a_page_of_a_new_kind_says_that_it_shows_everything() -> None:
    page = render_page(
        ENGLISH, "new/index.md", "x", "corrections.md", kind="new", corrections=(), contact=None
    )
    assert '"known_mode": "whole"' in str(page.content)
