"""How the tests are laid out: the generator's folders, and helpers and tools apart from tests."""

import ast

import pytest

from tests.support.projects import ROOT

TESTS = ROOT / "tests"
FOLDERS = {path.parent.name for path in (ROOT / "generator").glob("*/__init__.py")}

# What is tested as a whole, and what is no test. The tests of generator/support stand in pipeline:
# tests/support holds helpers.
OTHER_FOLDERS = {"pipeline", "browser", "site", "repository", "support", "tools", "benchmarks"}
OTHER_FOLDERS |= {"fuzz"}

_PATHS = sorted(path.relative_to(TESTS).as_posix() for path in TESTS.rglob("*.py"))
_MODULES = [path for path in _PATHS if path.rpartition("/")[2].startswith("test_")]


def _tree(path: str) -> ast.Module:
    return ast.parse((TESTS / path).read_text("utf-8"))


def test_every_folder_of_the_generator_has_a_folder_of_tests() -> None:
    with_tests = {path.partition("/")[0] for path in _MODULES}
    assert FOLDERS - {"support"} - with_tests == set()
    assert {path.partition("/")[0] for path in _PATHS if "/" in path} == FOLDERS | OTHER_FOLDERS


def test_tests_stand_in_no_folder_of_helpers_or_tools() -> None:
    assert [path for path in _MODULES if path.startswith(("support", "tools", "benchmarks"))] == []


@pytest.mark.parametrize("path", _PATHS)
def test_no_module_imports_conftest_or_a_test(path: str) -> None:
    names: set[str] = set()
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "a relative import"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    parts = {part for name in names if name.startswith("tests.") for part in name.split(".")}
    assert {part for part in parts if part == "conftest" or part.startswith("test_")} == set()


def test_conftest_holds_fixtures_and_hooks_alone() -> None:
    docstring, *statements = _tree("conftest.py").body
    assert isinstance(docstring, ast.Expr)
    functions = [node for node in statements if not isinstance(node, ast.Import | ast.ImportFrom)]
    for node in functions:
        assert isinstance(node, ast.FunctionDef), ast.unparse(node)
        is_hook = node.name.startswith("pytest_")
        assert is_hook or ast.unparse(node.decorator_list[0]).startswith("pytest.fixture"), (
            node.name
        )
        assert ast.get_docstring(node), f"{node.name} does not say what it is"


@pytest.mark.parametrize(
    "path", [path for path in _PATHS if path.startswith("support/") and "__init__" not in path]
)
def test_every_helper_says_what_it_does(path: str) -> None:
    tree = _tree(path)
    assert ast.get_docstring(tree)
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), node.name


@pytest.mark.parametrize("path", _MODULES)
def test_every_test_is_named_by_a_sentence(path: str) -> None:
    names = [node.name for node in ast.walk(_tree(path)) if isinstance(node, ast.FunctionDef)]
    tests = [name for name in names if name.startswith("test_")]
    assert tests
    assert [name for name in tests if name.count("_") < 3] == []
