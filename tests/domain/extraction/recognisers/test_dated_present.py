import pytest

from tests.extraction_texts import readings


def test_a_present_tense_with_a_coming_day_is_read() -> None:
    assert ("dated_present", "Sonntag") in readings("de", "Am Sonntag kommt der Sturm.")


def test_a_past_tense_with_a_day_is_not() -> None:
    assert "dated_present" not in {kind for kind, _ in readings("de", "Am Sonntag kam der Sturm.")}


def test_a_modal_verb_leaves_nothing_to_read() -> None:
    assert "dated_present" not in {kind for kind, _ in readings("en", "It will rain on Sunday.")}


def test_a_purpose_has_no_verb_that_a_time_could_move() -> None:
    assert "dated_present" not in {kind for kind, _ in readings("de", "Er spart, um bis 2031 ein Haus zu bauen.")}


def test_times_are_read_in_numbers_and_parts_of_a_year() -> None:
    for text in ("Bis 2035 fehlt dort Wasser.", "Gegen 22 Uhr fehlt dort Wasser.", "In 12 Jahren fehlt dort Wasser."):
        assert "dated_present" in {kind for kind, _ in readings("de", text)}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Seit Mitte Oktober steht dort eine Schranke."),
        ("de", "Die Schranke steht dort seit dem letzten Freitag."),
        ("en", "The gate is shut since last Friday."),
    ],
)
def test_what_has_gone_on_since_a_time_is_not_to_come(code: str, text: str) -> None:
    assert "dated_present" not in {kind for kind, _ in readings(code, text)}


@pytest.mark.parametrize("text", ["Tiflis, 30. Oktober", "Von Ellen Marburger, Donnerstag, 3. Mai", "Wahl im Oktober"])
def test_a_dateline_has_no_verb_that_a_time_could_move(text: str) -> None:
    assert not readings("de", text)


def test_a_forecast_may_do_without_a_verb() -> None:
    assert readings("de", "Bis Mai kein Regen.")
    assert readings("de", "In zwölf Jahren Stille.")


@pytest.mark.parametrize(
    "text",
    [
        "The index fell to eighty, from ninety on Friday.",
        "Monday's fire burned the barn to the ground.",
        "By dusk on Friday the boats rode at anchor.",
    ],
)
def test_a_time_beside_a_verb_of_the_past_dates_no_present(text: str) -> None:
    assert not [kind for kind, _ in readings("en", text) if kind == "dated_present"]
