from registry.domain.extraction.features import features_of, lead_of
from tests.extraction_texts import passage


def test_the_strongest_reading_leads() -> None:
    read = passage("de", "Vielleicht wird der Preis steigen.")
    lead = lead_of(next(read.units()))
    assert lead is not None
    assert lead.kind == "future"


def test_features_are_named_facts_between_nought_and_two() -> None:
    read = passage("en", "Analysts fear that 300 jobs will go on Monday?")
    features = features_of(read, next(read.units()), 0)
    assert {"lead:future", "under:fear", "digits", "at_the_top", "question_mark"} <= features.keys()
    assert all(0 < value <= 2 for value in features.values())


def test_a_unit_without_readings_has_no_lead() -> None:
    read = passage("en", "Prices will rise.")
    assert lead_of(next(read.units())._replace(readings=())) is None


def test_what_follows_from_a_condition_in_the_present_is_looked_at_with_it() -> None:
    read = passage("en", "If the wind drops, the mills usually stop.")
    assert "present&general" in features_of(read, next(read.units()), 0)


def test_words_of_weather_without_a_verb_and_a_time_may_be_a_headline() -> None:
    read = passage("de", "Sturmtief mit Böen")
    assert "weather&bare" in features_of(read, next(read.units()), 0)
    read = passage("de", "Am Montag Sturmtief mit Böen")
    assert "weather&bare" not in features_of(read, next(read.units()), 0)
