import pytest

from registry.domain.extraction.names import find_names
from registry.domain.extraction.speakers.noun_standing import is_oblique, is_one, modifies, qualifies
from tests.extraction_texts import language, passage


@pytest.mark.parametrize(
    ("code", "text", "at", "oblique"),
    [
        ("en", "Of the economists left.", 2, True),
        ("en", "Three of the five economists left.", 4, False),
        ("en", "The economists left.", 1, False),
        ("de", "Nach drei mageren Jahren warnen sie.", 3, True),
        ("de", "Ein Mitglied des Rats hofft.", 3, True),
        ("de", "Ein Mitglied der neuen Regierung hofft.", 4, True),
        ("de", "Heute hofft der Minister.", 3, False),
    ],
)
def test_a_noun_behind_a_preposition_is_no_subject(code: str, text: str, at: int, oblique: bool) -> None:
    assert is_oblique(passage(code, text), at, language(code)) is oblique


def test_a_name_or_group_may_only_describe_the_noun_behind_it() -> None:
    read = passage("en", "Fine Gael organiser and union leader left.")
    name = next(iter(find_names(read.tokens, language("en"))))
    assert qualifies(read, name, language("en"))
    assert (modifies(read, 4, language("en")), modifies(read, 5, language("en"))) == (True, False)


def test_a_role_is_of_one_person_by_its_form() -> None:
    read = passage("en", "The minister met the ministers.")
    assert [is_one(read, i, language("en"), 2) for i in (1, 4)] == [True, False]
