import pytest

from registry.domain.extraction.names import find_names, is_role, plain_surname
from tests.extraction_texts import language, passage


@pytest.mark.parametrize(
    ("code", "text", "names"),
    [
        ("de", "Der Ökonom Jonas Roth warnt.", ["Jonas Roth"]),
        ("de", "Außenministerin Clara von der Heide reist ab.", ["Clara von der Heide"]),
        ("de", "Bundeskanzler Weber schweigt.", ["Weber"]),
        ("de", "Viele Bauern warnen.", []),
        ("de", "Laut Anna Berg von der Bahn steigt der Preis.", ["Anna Berg"]),
        ("de", "J.D. Sander lacht.", ["J.D. Sander"]),
        ("en", "Mr Hale and Ada Wynn disagree.", ["Hale", "Ada Wynn"]),
        ("en", "The Bank of England waits.", ["Bank of England"]),
        ("en", "It rained on Monday.", []),
    ],
)
def test_names_are_told_from_other_capitals(code: str, text: str, names: list[str]) -> None:
    assert [
        n.text.replace(" .", ".").replace("J. D.", "J.D.")
        for n in find_names(passage(code, text).tokens, language(code))
    ] == names


def test_a_known_surname_is_a_name_alone() -> None:
    tokens = passage("de", "Später lachte Roth laut.").tokens
    assert [n.text for n in find_names(tokens, language("de"), frozenset({"roth"}))] == ["Roth"]


def test_roles_before_and_behind_a_name_are_remembered() -> None:
    (hale,) = find_names(passage("en", "He met Ada Hale, chief economist at a bank.").tokens, language("en"))
    assert "economist" in hale.roles or "chief" in hale.roles
    (roth,) = find_names(passage("de", "Gestern sprach Finanzminister Jonas Roth.").tokens, language("de"))
    assert roth.roles == ("finanzminister",)


@pytest.mark.parametrize(("word", "is_one"), [("wirtschaftsminister", True), ("ökonomen", True), ("haus", False)])
def test_a_role_may_end_a_compound(word: str, is_one: bool) -> None:
    assert is_role(word, language("de")) is is_one


def test_the_genitive_is_taken_off_a_known_surname() -> None:
    assert plain_surname("Roths", language("de"), frozenset({"roth"})) == "roth"
    assert plain_surname("Jones", language("en"), frozenset()) == "jones"
