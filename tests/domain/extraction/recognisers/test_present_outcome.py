import pytest

from tests.extraction_texts import readings


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Nach Berechnungen der Kammer kostet der Umbau das Doppelte.", "estimate"),
        ("Der Ministerin zufolge bleibt der Beitrag stabil.", "estimate"),
        ("Dann kippt die Mehrheit.", "outcome"),
        ("Die beiden kommen nie wieder zusammen.", "outcome"),
        ("Vor Pfingsten bessere sich die Lage nicht.", "outcome_reported"),
    ],
)
def test_an_outcome_in_the_present_tense_is_read(text: str, kind: str) -> None:
    assert kind in {found for found, _ in readings("de", text)}


@pytest.mark.parametrize(
    "text",
    [
        "Die Mehrheit kippt.",
        "Nach Berechnungen der Kammer kostete der Umbau das Doppelte.",
        "Nach Berechnungen der Kammer hat der Umbau das Doppelte gekostet.",
        "Nach Berechnungen der Kammer sind die Kosten gestiegen.",
        "Dann könnte die Mehrheit kippen.",
    ],
)
def test_a_bare_present_a_past_or_a_modal_verb_is_none(text: str) -> None:
    kinds = {found for found, _ in readings("de", text)}
    assert kinds.isdisjoint({"estimate", "outcome", "outcome_reported"})


def test_what_is_done_for_an_end_tells_no_outcome() -> None:
    assert "outcome" in {kind for kind, _ in readings("de", "Binnen einer Stunde fällt der Kurs um ein Viertel.")}
    purpose = "Ein Satz genügte, um den Kurs binnen einer Stunde fallen zu lassen."
    assert "outcome" not in {kind for kind, _ in readings("de", purpose)}


def test_an_english_outcome_needs_a_sign_of_the_future_beside_it() -> None:
    assert "outcome" in {kind for kind, _ in readings("en", "Sooner or later the pound falls below the dollar.")}
    assert "outcome" not in {kind for kind, _ in readings("en", "The pound falls.")}
