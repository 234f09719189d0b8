"""Checks the shape of the tree: mirrored tests, names that say something, short files and functions.

    python scripts/layout.py [ROOT]

Prints one line for each fault and ends with status 1 if there is any. A module that is tested under another
name stands with its test in pyproject.toml, `[tool.layout.tested-elsewhere]`.
"""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

FILE_LINES = 300
FUNCTION_LINES = 50
# Migrations are as long as the schema they make, so they are not measured.
MEASURED = ("registry", "dashboard", "scripts", "tests", "benchmarks")
PACKAGES = ("registry", "dashboard")
SAYING_NOTHING = {
    "utils", "util", "helpers", "helper", "common", "misc", "core", "manager", "base", "service", "services",
}  # fmt: skip
# Put together here so that this file holds none of them. Ruff finds the other marks of unfinished work.
UNFINISHED = re.compile("NotImplemented" + "Error|pragma: no" + " cover")
HOSTS = re.compile(r"pypi[.]" + "org|python" + r"hosted[.]org|npm" + r"js[.]|deb[.]" + "debian")
TEXT_SUFFIXES = {".cfg", ".ini", ".lock", ".md", ".py", ".sh", ".toml", ".txt", ".yaml", ".yml", ""}


def faults(root: Path) -> list[str]:
    """Every fault of the tree below `root`, kind by kind, in the order of the paths."""
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8")).get("tool", {})
    elsewhere = settings.get("layout", {}).get("tested-elsewhere", {})
    found: list[str] = []
    for folder in MEASURED:
        for path in sorted((root / folder).rglob("*.py")):
            found += faults_of_module(path, path.relative_to(root).as_posix())
    found += unmirrored(root, elsewhere)
    found += without_contract(root, settings.get("importlinter", {}).get("root_packages", []))
    return found + list(named_hosts(root))


def faults_of_module(path: Path, name: str) -> Iterator[str]:
    """What is wrong with one Python file, whatever its place."""
    source = path.read_text(encoding="utf-8")
    lines = source.splitlines()
    if SAYING_NOTHING & {*name.removesuffix(".py").split("/")}:
        yield f"{name}: the name says nothing; which noun of docs/vocabulary.md is it?"
    if len(lines) > FILE_LINES:
        yield f"{name}: {len(lines)} lines, at most {FILE_LINES}; is it two modules?"
    for number, line in enumerate(lines, start=1):
        if match := UNFINISHED.search(line):
            yield f"{name}:{number}: unfinished or silenced: {match.group()}"
    yield from long_functions(ast.parse(source), name)


def long_functions(tree: ast.Module, name: str) -> Iterator[str]:
    """Functions of more than `FUNCTION_LINES` lines, signature and docstring included."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno is not None:
            lines = node.end_lineno - node.lineno + 1
            if lines > FUNCTION_LINES:
                yield f"{name}:{node.lineno}: {node.name} has {lines} lines, at most {FUNCTION_LINES}"


def unmirrored(root: Path, elsewhere: dict[str, str]) -> Iterator[str]:
    """Modules with logic that have no test in the mirrored place, and exemptions (`elsewhere`) that fail.

    `registry/domain/due.py` is mirrored by `tests/domain/test_due.py` or by several
    `tests/domain/test_due_*.py`; the dashboard's tests stand below `tests/dashboard`.
    """
    modules = [path for package in PACKAGES for path in sorted((root / package).rglob("*.py"))]
    for path in modules:
        name = path.relative_to(root).as_posix()
        if name not in elsewhere and has_logic(path) and not tests_of(root, path):
            yield f"{name}: no {expected_test(root, path)}"
    for name, test in elsewhere.items():
        if not (root / name).is_file() or not (root / test).is_file():
            yield f"pyproject.toml: {name} is said to be tested in {test}, but one of the two is missing"
        elif tests_of(root, root / name):
            yield f"pyproject.toml: {name} has a test in its own place; take it from the list"


def without_contract(root: Path, under_contract: list[str]) -> Iterator[str]:
    """Packages that import-linter does not look at: not named, or a folder without `__init__.py`."""
    for package in PACKAGES:
        for folder in sorted({path.parent for path in (root / package).rglob("*.py")}):
            if not (folder / "__init__.py").is_file():
                yield f"{folder.relative_to(root).as_posix()}: no __init__.py, so no import contract sees it"
        if (root / package).is_dir() and package not in under_contract:
            yield f"pyproject.toml: {package} has no import contract; add it to importlinter.root_packages"


def expected_test(root: Path, path: Path) -> str:
    """Where the test of a module is looked for first."""
    package, *folders = path.relative_to(root).parent.parts
    place = ["tests", *([] if package == "registry" else [package]), *folders]
    stem = path.stem if path.stem != "__init__" else path.parent.name
    return "/".join([*place, f"test_{stem}.py"])


def tests_of(root: Path, path: Path) -> list[Path]:
    """The tests that mirror a module."""
    first = root / expected_test(root, path)
    return [test for test in (first, *first.parent.glob(f"{first.stem}_*.py")) if test.is_file()]


def has_logic(path: Path) -> bool:
    """True if a module holds a function or method with a statement besides its docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return any(len(node.body) > (ast.get_docstring(node) is not None) for node in functions)


def named_hosts(root: Path) -> Iterator[str]:
    """Files that name the host of a package registry: whence packages come, each installation decides."""
    for path in sorted(root.rglob("*")):
        parts = path.relative_to(root).parts
        if any(part in {".git", ".venv", "var"} or part.endswith("_cache") for part in parts):
            continue
        if path.suffix in TEXT_SUFFIXES and path.is_file() and HOSTS.search(path.read_text("utf-8", "replace")):
            yield f"{'/'.join(parts)}: names the host of a package registry"


def main(words: list[str]) -> int:
    """Check the tree named on the command line, else this one; returns the exit status."""
    root = Path(words[0]) if words else Path(__file__).resolve().parent.parent
    found = faults(root)
    print("\n".join(found), file=sys.stderr, end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
