import pytest

from tests.extraction_texts import readings


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("de", "Der Preis wird steigen.", ("future", "wird")),
        ("de", "Das Haus wird saniert.", ("present_passive", "wird")),
        ("de", "Die Lage wird schwierig.", ("become", "wird")),
        ("de", "Das Gesetz wird verschoben werden.", ("future_passive", "wird")),
        ("de", "Der Minister dürfte zurücktreten.", ("may", "dürfte")),
        ("de", "Ohne ihn wäre das Haus abgebrannt.", ("would_irreg_perfect", "wäre")),
        ("de", "Das dürfte viel gekostet haben.", ("may_perfect", "dürfte")),
        ("de", "Der Kahn könnte auf eine Sandbank geraten sein.", ("could_perfect", "könnte")),
        ("de", "Das Tor könnte am Abend geschlossen sein.", ("could", "könnte")),
        ("de", "Sie hätten die Karten behalten.", ("would_irreg_perfect", "hätten")),
        ("de", "Sie hätten die Kammer nicht betreten können.", ("would_irreg_perfect", "hätten")),
        ("de", "Der Hafen hätte dann freie Plätze.", ("would_irreg", "hätte")),
        ("de", "Die Mauer sollte bis zum Herbst abgetragen werden.", ("should_passive", "sollte")),
        ("de", "Der Wind sollte nachlassen.", ("should", "sollte")),
        ("de", "Solche Fragen müssten im Stillen geklärt werden.", ("would_must_passive", "müssten")),
        ("de", "Dann müssten die Preise erhöht werden.", ("would_must", "müssten")),
        ("de", "Im Mai wird Nord, der kleinste Anbieter, den Betrieb einstellen.", ("future", "wird")),
        ("de", "Das Gesetz wird, wenn der Rat zustimmt, im Mai verkündet werden.", ("future_passive", "wird")),
        ("de", "Das wird teuer, weil die Löhne steigen, und niemand will zahlen.", ("become", "wird")),
        ("de", "Er weiß, dass Autos, Züge und Busse bald gelenkt werden.", ("future_passive", "werden")),
        ("de", "Gewinnen wird keiner von beiden.", ("future", "wird")),
        ("de", "Menschen werden alt.", ("become", "werden")),
        ("de", "Er ahnt die Zahlen, die schlechter sein werden als bisher bekannt.", ("future", "werden")),
        ("de", "Die Ernte, die kleiner ausfallen wird als im Vorjahr.", ("future", "wird")),
        ("en", "Prices will rise.", ("future", "will")),
        ("en", "He is going to lose.", ("future", "is")),
        ("en", "It would have failed.", ("would_perfect", "would")),
        ("en", "It might rain.", ("might", "might")),
        ("en", "This could take a year.", ("could", "could")),
        ("en", "By next year he will have lost his seat.", ("future", "will")),
        ("en", "You will have heard of the theft.", ("future_perfect", "will")),
        ("de", "Bis 2031 wird er das Haus verkauft haben.", ("future", "wird")),
        ("en", "Should he lose, he will go.", ("inverted_condition", "Should")),
    ],
)
def test_a_future_or_modal_verb_is_read(code: str, text: str, expected: tuple[str, str]) -> None:
    assert expected in readings(code, text)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "He has the will to win."),
        ("de", "Er versprach, besser zu werden."),
        ("en", "His will is strong."),
        ("en", "The shop was closed in May."),
        ("en", "May was the warmest month."),
        ("en", "Will Hale sold the shop."),
        ("de", "Die Preise stiegen im März um zwei Prozent."),
    ],
)
def test_a_noun_or_an_infinitive_is_no_future(code: str, text: str) -> None:
    assert not any(kind.startswith("future") for kind, _ in readings(code, text))


@pytest.mark.parametrize("text", ["She'd already gone home.", "I'd a cold that week.", "They'd been told twice."])
def test_a_contracted_had_is_no_would(text: str) -> None:
    assert not any(kind.startswith("would") for kind, _ in readings("en", text))


@pytest.mark.parametrize("text", ["She'd soon go home.", "It'd come down in a week.", "They'd be beaten."])
def test_a_contracted_would_is_one(text: str) -> None:
    assert any(kind == "would" for kind, _ in readings("en", text))


def test_a_guess_that_begins_like_a_verb_of_being_able_is_none() -> None:
    assert not any(kind == "can" for kind, _ in readings("de", "Kann gut sein, dass er morgen geht."))


def test_a_passive_that_opens_the_sentence_is_a_condition() -> None:
    assert "present_passive" not in {kind for kind, _ in readings("de", "Wird der Plan abgelehnt, fehlt das Geld.")}
    assert "become" not in {kind for kind, _ in readings("de", "Werde es kalt, friere der See zu, sagt sie.")}
