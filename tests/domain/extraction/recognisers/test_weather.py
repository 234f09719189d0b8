from tests.extraction_texts import readings


def test_two_words_of_weather_are_read() -> None:
    assert "weather" in {kind for kind, _ in readings("de", "Im Norden ziehen Wolken auf und bringen Regen.")}


def test_one_word_of_weather_needs_a_time() -> None:
    assert "weather" in {kind for kind, _ in readings("de", "Am Montag fällt Schnee.")}
    assert "weather" not in {kind for kind, _ in readings("de", "Er mag Schnee.")}


def test_the_weather_of_the_past_is_not() -> None:
    assert "weather" not in {kind for kind, _ in readings("en", "Rain and wind came on Monday.")}
    assert "weather" not in {
        kind for kind, _ in readings("de", "Der Park lebte von der Natur, also Wind, Sonne, Schnee.")
    }


def test_an_adjective_that_looks_like_a_past_tense_makes_none() -> None:
    assert "weather" in {kind for kind, _ in readings("de", "Am Freitag ziehen dichte Wolken auf.")}
