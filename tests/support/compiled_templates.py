"""Templates of Jinja, compiled once a process; a build of MkDocs spends much of its time on it."""

from functools import cache
from types import CodeType
from typing import Any

from jinja2 import Environment

_compile = Environment.compile


@cache
def _compiled(env: "_Alike", source: str, name: str | None, filename: str | None) -> CodeType:
    return _compile(env.environment, source, name, filename)


class _Alike:
    """An environment, equal to others that make the same code of a template."""

    def __init__(self, environment: Environment) -> None:
        self.environment = environment
        self._key = (
            type(environment),
            environment.autoescape,
            environment.finalize,
            environment.trim_blocks,
            environment.lstrip_blocks,
            environment.keep_trailing_newline,
            environment.is_async,
            tuple(sorted(environment.extensions)),
        )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Alike) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)


def _compile_once(
    self: Environment,
    source: Any,
    name: str | None = None,
    filename: str | None = None,
    raw: bool = False,
    defer_init: bool = False,
) -> Any:
    if not isinstance(source, str) or raw or defer_init:
        return _compile(self, source, name, filename, raw, defer_init)  # type: ignore[call-overload]
    return _compiled(_Alike(self), source, name, filename)


def compile_once() -> None:
    """Have every environment of this process take the code that another one has made already."""
    Environment.compile = _compile_once  # type: ignore[method-assign]
