import pytest

from tests.extraction_texts import readings


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("She thinks the union wins, though not by much.", "wins"),
        ("Hardly anyone believes the strike lasts beyond Friday.", "lasts"),
    ],
)
def test_an_event_in_the_present_that_somebody_believes_in_is_read(text: str, verb: str) -> None:
    assert ("believed_present", verb) in readings("en", text)


@pytest.mark.parametrize(
    "text",
    [
        "The union wins.",
        "She thinks the union won.",
        "She thinks the union will win.",
        "The union wins, she thinks.",
        "He thinks the house is old.",
    ],
)
def test_what_nobody_believes_and_what_is_no_event_to_come_is_not(text: str) -> None:
    assert "believed_present" not in {kind for kind, _ in readings("en", text)}
