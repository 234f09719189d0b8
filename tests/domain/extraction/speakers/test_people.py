from registry.domain.extraction.names import Name
from registry.domain.extraction.speakers.people import People, meet_all


def name(text: str, *roles: str, person: bool = True) -> Name:
    return Name(text, 1, 1 + len(text.split()), roles, person)


def test_name_forms_are_joined_under_the_fullest() -> None:
    people = People()
    meet_all(people, [name("Roth"), name("Jonas Roth", "minister"), name("Roth", "kanzler")])
    assert people.known("Roth") is people.known("Roths".removesuffix("s"))
    person = people.known("roth")
    assert person is not None
    assert person.name == "Jonas Roth"
    assert person.roles == {"minister", "kanzler"}


def test_a_role_finds_its_person_in_any_form() -> None:
    people = People()
    people.meet(name("Mia Falk", "dwd-meteorologin"))
    found = people.in_role("meteorologe")
    assert found is not None
    assert found.name == "Mia Falk"
    assert people.in_role("minister") is None


def test_a_given_name_or_the_first_word_of_an_institution_is_enough() -> None:
    people = People()
    people.meet(name("Zeno Raad al-Hassan"))
    people.meet(name("Nordic Power Finance", person=False))
    assert people.known("Zeno") is people.known("al-Hassan")
    institution = people.known("Nordic")
    assert institution is not None
    assert institution.name == "Nordic Power Finance"
    assert people.known("Niemand") is None
