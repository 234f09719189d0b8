from tests.extraction_texts import readings


def test_a_present_tense_with_a_coming_day_is_read() -> None:
    assert ("dated_present", "Sonntag") in readings("de", "Am Sonntag kommt der Sturm.")


def test_a_past_tense_with_a_day_is_not() -> None:
    assert "dated_present" not in {kind for kind, _ in readings("de", "Am Sonntag kam der Sturm.")}


def test_a_modal_verb_leaves_nothing_to_read() -> None:
    assert "dated_present" not in {kind for kind, _ in readings("en", "It will rain on Sunday.")}
