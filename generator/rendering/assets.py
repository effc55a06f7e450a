"""The style sheet and the scripts of the site, as readers get them: from `styles/`, `scripts/`.

There are no comments in them, no blanks before a line, and in the style sheet no line for each
declaration, nor a blank or a last semicolon that says nothing: readers would pay for those.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from generator.model.output import Output
from generator.rendering.language import ENGLISH, Language, script_messages

STYLES = Path(__file__).parent / "styles"
"""The folder with the parts of the one style sheet, one file a component."""
SCRIPTS = Path(__file__).parent / "scripts"
"""The folder with the scripts, ECMAScript modules; `main.js` is the one that pages name."""
_FOLDER = "assets/chronology"
_ORIGIN = "generator/rendering"
# Later layers win over earlier ones, whatever the specificity; what is in no layer, over all.
_LAYERS = ("reset", "text", "parts", "pages", "states", "print")
# These come first, in this order; of the others no two set the same, so theirs does not matter.
_FIRST = ("fallback-fonts", "tokens", "material-overrides", "text", "drawings")
_STYLE_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# Lines that are comments, and types wherever they stand; no text of a script holds "/**".
_SCRIPT_COMMENT = re.compile(r"^\s*//[^\n]*$| ?/\*\*.*?\*/ ?", re.DOTALL | re.MULTILINE)
_BLANKS = re.compile(r"\s*\n\s*")
_STYLE_LINE_END = re.compile(r"(?<=[{};,])\n")
# Those before a block, and behind the colon of a declaration or a comma; texts stay as they are.
_STYLE_BLANK = re.compile(r"""("[^"]*")| (?={)|(?<=[a-z0-9-]:) |(?<=,) """)


def assets(language: Language) -> Iterator[Output]:
    """Yield the style sheet, every script, and the messages that scripts show."""
    yield Output(f"{_FOLDER}/chronology.css", _stylesheet(language), f"{_ORIGIN}/{STYLES.name}")
    for path in sorted(SCRIPTS.rglob("*.js")):
        name = path.relative_to(SCRIPTS).as_posix()
        text = _BLANKS.sub("\n", _SCRIPT_COMMENT.sub("", path.read_text("utf-8"))).lstrip()
        yield Output(f"{_FOLDER}/{name}", text, f"{_ORIGIN}/{SCRIPTS.name}/{name}")
    messages = json.dumps(script_messages(language), ensure_ascii=False, separators=(",", ":"))
    yield Output(f"{_FOLDER}/messages.json", messages, f"{_ORIGIN}/language/scripts.py")


def _stylesheet(language: Language) -> str:
    """Return the layers in their order, then every component, then the marks that quote."""
    components = {path.stem: path.read_text("utf-8") for path in sorted(STYLES.glob("*.css"))}
    ordered = [*_FIRST, *(name for name in components if name not in _FIRST)]
    rules = "".join(components[name] for name in ordered)
    text = _STYLE_LINE_END.sub("", _BLANKS.sub("\n", _STYLE_COMMENT.sub("", rules)).lstrip())
    text = _STYLE_BLANK.sub(lambda match: match[1] or "", text).replace(";}", "}")
    opening, closing = language.grammar.quoted("\0").split("\0")
    marks = f':root {{\n--quotes: "{opening}" "{closing}";\n}}\n'  # over those of English
    return f"@layer {', '.join(_LAYERS)};\n{text}{marks if language is not ENGLISH else ''}"
