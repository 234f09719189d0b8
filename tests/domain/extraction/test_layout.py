from registry.domain.extraction.layout import read_layout
from tests.extraction_texts import language

INTERVIEW = (
    "BLATT: Herr Roth, wird die Rente sinken?\n"
    "Jonas Roth: Sie wird sinken.\n"
    "Noch ein Absatz.\n"
    "BLATT: Und die Steuern?\n"
    "Roth: Die werden steigen.\n"
)


def test_the_turns_of_an_interview_carry_the_fullest_name() -> None:
    layout = read_layout(INTERVIEW, language("de"))
    assert layout.turn_at(INTERVIEW.index("Sie wird")) == "Jonas Roth"
    assert layout.turn_at(INTERVIEW.index("Noch ein")) == "Jonas Roth"
    assert layout.turn_at(INTERVIEW.index("Die werden")) == "Jonas Roth"
    assert layout.asked_at(INTERVIEW.index("Und die"))


def test_turns_within_one_paragraph_are_found() -> None:
    text = "BLATT: Wird es teuer? Roth: Ja, sehr. BLATT: Für alle? Roth: Für fast alle."
    assert [turn.speaker for turn in read_layout(text, language("de")).turns] == ["BLATT", "Roth", "BLATT", "Roth"]


def test_a_colon_alone_makes_no_interview() -> None:
    text = "Sein Fazit: Es wird teuer. Die Folge: Streit. Sein Fazit: Nichts tun."
    assert read_layout(text, language("de")).turns == ()


def test_furniture_is_known_by_its_words() -> None:
    text = "Der Preis wird steigen.\nAbonnieren Sie unseren Newsletter.\nUnd er wird fallen."
    layout = read_layout(text, language("de"))
    assert layout.is_furniture(text.index("Abonnieren"))
    assert not layout.is_furniture(text.index("Und er"))


def test_everything_behind_the_end_of_the_article_is_furniture() -> None:
    text = "Prices will rise. " * 20 + "\nRelated articles\nWages will fall, experts say.\n"
    layout = read_layout(text, language("en"))
    assert layout.is_furniture(text.index("Wages"))
    assert not layout.is_furniture(0)
