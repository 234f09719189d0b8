import pytest

from tests.extraction_texts import article


@pytest.mark.parametrize(
    ("text", "persons", "spoke", "group"),
    [
        ("Ada Hale met Carl Bond.", ["Ada Hale", "Carl Bond"], None, None),
        ("Ada Hale said it.", ["Ada Hale"], "Ada Hale", None),
        ("Ada Hale's widow left.", ["Ada Hale's widow"], None, None),
        ("Analysts left.", [], None, "Analysts"),
        ("“Ada Hale will lose.”", [], None, None),
    ],
)
def test_a_sentence_leaves_in_memory_whom_it_names(
    text: str, persons: list[str], spoke: str | None, group: str | None
) -> None:
    heard = article("en", text).voices.heard
    assert (list(heard.persons[0]), heard.spoke[0], heard.groups[0]) == (persons, spoke, group)
