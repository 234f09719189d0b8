from pathlib import Path

import pytest

from scripts import layout

PYPROJECT = '[tool.importlinter]\nroot_packages = ["registry"]\n[tool.layout.tested-elsewhere]\n'
LOGIC = "def double(n: int) -> int:\n    return 2 * n\n"
LONG_FUNCTION = "def steps() -> None:\n" + "    print()\n" * layout.FUNCTION_LINES


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    write(tmp_path, "pyproject.toml", PYPROJECT)
    for package in ("registry", "registry/domain", "registry/lexicon"):
        write(tmp_path, f"{package}/__init__.py", "")
    write(tmp_path, "registry/domain/due.py", LOGIC)
    write(tmp_path, "tests/domain/test_due.py", "")
    return tmp_path


def write(root: Path, name: str, text: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, encoding="utf-8")


def test_a_tree_that_keeps_the_rules_has_no_fault(tree: Path) -> None:
    assert layout.faults(tree) == []


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        ("registry/domain/late.py", LOGIC, "no tests/domain/test_late.py"),
        ("registry/lexicon/__init__.py", LOGIC, "no tests/lexicon/test_lexicon.py"),
        ("registry/domain/helpers.py", "", "the name says nothing"),
        ("scripts/services/due.py", "", "the name says nothing"),
        ("registry/jobs/tick.py", "", "registry/jobs: no __init__.py"),
        ("registry/domain/long.py", "x = 1\n" * (layout.FILE_LINES + 1), "301 lines"),
        ("scripts/long.py", LONG_FUNCTION, "steps has 51 lines"),
        ("scripts/later.py", "raise NotImplemented" + "Error\n", "unfinished"),
        ("scripts/hidden.py", "x = 1  # pragma: no" + " cover\n", "unfinished"),
        ("docs/setup.md", "fetched from https://pypi." + "org/simple\n", "the host of a package registry"),
        ("dashboard/__init__.py", "", "dashboard has no import contract"),
    ],
)
def test_a_broken_rule_is_named_with_its_place(tree: Path, name: str, text: str, fault: str) -> None:
    write(tree, name, text)
    found = layout.faults(tree)
    assert len(found) == 1
    assert fault in found[0]


def test_a_module_without_statements_needs_no_test(tree: Path) -> None:
    write(tree, "registry/domain/errors.py", 'class Missing(Exception):\n    """Nothing stands there."""\n')
    assert layout.faults(tree) == []


def test_several_tests_may_share_a_module(tree: Path) -> None:
    write(tree, "registry/domain/late.py", LOGIC)
    write(tree, "tests/domain/test_late_laws.py", "")
    assert layout.faults(tree) == []


def test_a_module_may_name_the_test_that_covers_it(tree: Path) -> None:
    write(tree, "registry/domain/late.py", LOGIC)
    write(tree, "pyproject.toml", PYPROJECT + '"registry/domain/late.py" = "tests/domain/test_due.py"\n')
    assert layout.faults(tree) == []


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ('"registry/domain/due.py" = "tests/domain/test_gone.py"', "one of the two is missing"),
        ('"registry/domain/gone.py" = "tests/domain/test_due.py"', "one of the two is missing"),
        ('"registry/domain/due.py" = "tests/domain/test_due.py"', "a test in its own place"),
    ],
)
def test_an_exemption_that_does_not_hold_is_a_fault(tree: Path, entry: str, fault: str) -> None:
    write(tree, "pyproject.toml", PYPROJECT + entry + "\n")
    found = layout.faults(tree)
    assert len(found) == 1
    assert fault in found[0]


def test_the_program_prints_the_faults_and_fails(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert layout.main([str(tree)]) == 0
    write(tree, "registry/domain/misc.py", "")
    assert layout.main([str(tree)]) == 1
    assert capsys.readouterr().err.startswith("registry/domain/misc.py: ")
