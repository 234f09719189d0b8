import pytest

from registry.cli.refusals import MOST_FAULTS, complain, read_as
from registry.domain.errors import Fault, Invalid, Unready
from registry.schemas.authors import AuthorNew


def test_one_fault_is_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    complain(Unready("Port 1 is in use.", [Fault("port", "Port 1 is in use.")]))
    assert capsys.readouterr().err == "registry: Port 1 is in use.\n"


def test_every_fault_has_its_line_and_what_may_have_been_meant(capsys: pytest.CaptureFixture[str]) -> None:
    complain(Invalid("Two things.", [Fault("a", "is wrong", ("x", "y")), Fault("b", "too")]))
    assert capsys.readouterr().err.splitlines()[1:] == ["  a: is wrong Did you mean: x, y?", "  b: too"]


def test_very_many_faults_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    complain(Invalid("Many.", [Fault(f"line {n}", "wrong") for n in range(MOST_FAULTS + 5)]))
    assert capsys.readouterr().err.splitlines()[-1] == "  … and 5 more"


def test_values_become_a_schema_and_absent_ones_are_not_given() -> None:
    made = read_as(AuthorNew, {"name": "Ola Berg", "description": None})
    assert "description" not in made.model_fields_set


def test_values_that_break_rules_are_all_named() -> None:
    with pytest.raises(Invalid) as raised:
        read_as(AuthorNew, {"name": "", "wikidata": "x"})
    assert {fault.where for fault in raised.value.faults} >= {"name"}
