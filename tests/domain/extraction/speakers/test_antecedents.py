import pytest

from registry.domain.extraction.speakers.antecedents import Heard


def heard(*sentences: tuple[list[str], str | None, str | None]) -> Heard:
    found = Heard({"Ada Hale": 3, "Carl Bond": 1})
    for persons, spoke, group in sentences:
        found.persons.append(tuple(persons))
        found.spoke.append(spoke)
        found.groups.append(group)
    return found


BOTH = ["Carl Bond", "Ada Hale"]


@pytest.mark.parametrize(
    ("sentences", "person"),
    [
        ([(["Carl Bond"], None, None)], "Carl Bond"),
        ([(["Ada Hale"], "Ada Hale", None), (["Carl Bond"], None, None)], "Carl Bond"),
        ([(["Ada Hale"], "Ada Hale", None), ([], None, None), ([], None, None)], "Ada Hale"),
        ([(["Carl Bond"], None, None), ([], None, None)], "Carl Bond"),
        ([(BOTH, "Carl Bond", None)], "Carl Bond"),
        ([(BOTH, None, None)], "Ada Hale"),
        ([([], "organiser", None)], "organiser"),
        ([([], "organiser", None), *[([], None, None)] * 9], "organiser"),
        ([([], None, None)], None),
    ],
)
def test_he_is_the_one_near_then_who_spoke_then_the_main_person(
    sentences: list[tuple[list[str], str | None, str | None]], person: str | None
) -> None:
    assert heard(*sentences).person(len(sentences)) == person


def test_they_are_the_group_heard_last() -> None:
    told = heard(([], None, "doctors"), ([], None, "nurses"), ([], None, None))
    assert told.group(3) == "nurses"


def test_they_are_no_group_of_long_ago() -> None:
    assert heard(([], None, "doctors"), *[([], None, None)] * 4).group(5) is None
