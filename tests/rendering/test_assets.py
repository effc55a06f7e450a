"""Style sheet and scripts: joined and stripped for readers; layers instead of force."""

import re
from pathlib import Path

from generator.rendering.assets import SCRIPTS, STYLES, assets

SOURCES = {path.name: path.read_text("utf-8") for path in sorted(STYLES.glob("*.css"))}
READ = {output.path.removeprefix("assets/chronology/"): str(output.read()) for output in assets()}
RULES = re.sub(r"/\*.*?\*/", "", "\n".join(SOURCES.values()), flags=re.DOTALL)
# Set by the markup or by a script: how far along an axis something stands.
FROM_MARKUP = {"--at"}


def test_every_component_is_in_the_style_sheet() -> None:
    joined = READ["chronology.css"]
    assert "/*" not in joined
    assert len(joined) < len(RULES)
    for name, text in SOURCES.items():
        rules = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
        assert "".join(rules.split()) in "".join(joined.split()), name


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
        lines = [line.strip() for line in source.splitlines()]
        assert [x for x in text.splitlines() if x] == [
            x for x in lines if x and not re.match(r"//|/\*|\*", x)
        ], path
