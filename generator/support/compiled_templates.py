"""Templates as Jinja compiled them, kept on disk where Python keeps its compiled modules.

To compile the templates of a site and its theme takes longer than to fill them a hundred times.
"""

import sys
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib import metadata
from importlib.util import MAGIC_NUMBER, cache_from_source
from inspect import getfile
from os import getpid
from pathlib import Path
from threading import get_ident

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

_OPTIONS = (
    "block_start_string", "block_end_string", "variable_start_string", "variable_end_string",
    "comment_start_string", "comment_end_string", "line_statement_prefix", "line_comment_prefix",
    "trim_blocks", "lstrip_blocks", "newline_sequence", "keep_trailing_newline", "autoescape",
    "optimized", "is_async",
)  # fmt: skip
"""What an environment is told about how to read and compile a template, as plain values."""
_DIGEST = sha256().digest_size


class CompiledTemplates(BytecodeCache):
    """The code of the templates that have these names, from one process to the next.

    It is used where its template, as the environment's extensions rewrite it, the environment's
    options, the modules of its classes, Jinja and Python are still the same. Whatever else gets
    into the code, such as what a filter of the environment gives for a constant, must follow from
    `made_for`. Where code cannot be kept, nothing is said, and it lasts as long as this value.
    """

    def __init__(self, made_for: str) -> None:
        self._made_for = made_for
        self._codes: dict[str, bytes] = {}

    def get_bucket(
        self, environment: Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        """Return the place of a template's code, with the code if there is any."""
        made_of = (
            _compiler(),
            [_made_by(part) for part in _parts(environment)],
            [getattr(environment, option) for option in _OPTIONS],
            environment.finalize is None,
            filename,
            environment.preprocess(source, name, filename),
        )
        place = f"{self._made_for} {name}"
        bucket = Bucket(environment, _digest(place).hex(), _digest(repr(made_of)).hex())
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of a template, if it was made of the same."""
        if code := self._codes.get(bucket.key) or _read(bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        code = self._codes[bucket.key] = bucket.bytecode_to_string()
        if not sys.dont_write_bytecode:
            _write(bucket.key, code)


@cache
def _compiler() -> str:
    return f"{metadata.version('jinja2')} {MAGIC_NUMBER.hex()}"


def _parts(environment: Environment) -> list[type]:
    """Return the classes that take part in compiling, which may be other ones than Jinja's own."""
    return [
        type(environment),
        environment.code_generator_class,
        *map(type, environment.extensions.values()),
    ]


@cache
def _made_by(part: type) -> tuple[str, bytes]:
    """Return the name of a class, and what its module says."""
    return part.__qualname__, _digest(Path(getfile(part)).read_bytes())


def _digest(of: str | bytes) -> bytes:
    return sha256(of.encode() if isinstance(of, str) else of).digest()


def _file(key: str) -> Path:
    """Raises NotImplementedError where this Python keeps no compiled modules."""
    return Path(cache_from_source(str(Path(__file__).with_name(f"template-{key}"))))


def _read(key: str) -> bytes:
    """Return the code; nothing where it is missing or damaged, for Python may crash of it."""
    with suppress(OSError, NotImplementedError):
        kept = _file(key).read_bytes()
        digest, code = kept[:_DIGEST], kept[_DIGEST:]
        if digest == _digest(code):
            return code
    return b""


def _write(key: str, code: bytes) -> None:
    with suppress(OSError, NotImplementedError):
        file = _file(key)
        file.parent.mkdir(parents=True, exist_ok=True)
        beside = file.with_name(f"{file.name}.{getpid()}.{get_ident()}")
        try:
            beside.write_bytes(_digest(code) + code)
            beside.replace(file)
        finally:
            beside.unlink(missing_ok=True)
