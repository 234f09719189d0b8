from tests.extraction_texts import article

UNNAMED = (
    "Die Geologin Ina Lohr kennt den Berg. Ein Gespräch mit Karl Otte.\n\n"
    "Frau Lohr, wird der Hang rutschen?\n\nIch rechne damit. Am Montag wird er rutschen.\n\n"
    "Und dann?\n\nDann wird es laut.\n\nHaben Sie Angst?\n\nNein. Mein Haus wird stehen bleiben.\n"
)
ANSWERS_NAMED = (
    "Hydrologist Ada Hale on the taps\n\nDr Hale, will it come to that?\n\nHALE: No. It will rain.\n\nAnd then?\n\n"
    "HALE: Prices will fall.\n\nThe mayor talks of plants. Is he right?\n\nHALE: They will open too late.\n"
)
LETTERS = (
    "Demographer Ada Hale grew up here. Carl Bond disagrees with her.\n\nQ: Ms Hale, will the town survive?\n\n"
    "A: Somebody will live here.\n\nQ: So Mr Bond exaggerates?\n\nA: The number of women will fall.\n"
)
QUESTIONS_ONLY = (
    "Was gilt ab Mai?\n\nDie Steuer wird steigen. Ina Lohr ist dagegen.\n\n"
    "Wer zahlt?\n\nDie Mieter werden zahlen.\n\nWann endet das?\n\nDas Gesetz wird im Juni enden.\n"
)


def speakers(code: str, text: str, author: str | None = None) -> dict[str, str | None]:
    voices = article(code, text, author).voices
    return {p.words: voices.by_sentence[k] for k, p in enumerate(voices.passages)}


def test_answers_without_names_are_of_the_person_spoken_to() -> None:
    told = speakers("de", UNNAMED, "Karl Otte")
    assert [told[s] for s in ("Am Montag wird er rutschen.", "Dann wird es laut.")] == ["Ina Lohr", "Ina Lohr"]


def test_questions_on_lines_of_their_own_are_asked() -> None:
    layout = article("de", UNNAMED).layout
    assert layout.asked_at(UNNAMED.index("Und dann"))
    assert not layout.asked_at(UNNAMED.index("Dann wird"))


def test_names_before_the_answers_alone_make_turns() -> None:
    told = speakers("en", ANSWERS_NAMED)
    assert {told["HALE: Prices will fall."], told["HALE: No. It will rain."]} == {"Ada Hale"}


def test_a_letter_stands_for_the_person_addressed_and_not_for_one_talked_of() -> None:
    told = speakers("en", LETTERS)
    assert {who for words, who in told.items() if words.startswith("A:")} == {"Ada Hale"}


def test_questions_that_the_author_answers_are_no_interview() -> None:
    assert speakers("de", QUESTIONS_ONLY)["Die Mieter werden zahlen."] is None
