from tests.extraction_texts import claims


def test_every_unit_is_weighed() -> None:
    first, second = claims("de", "Der Preis wird im Herbst steigen. Das Haus steht am Ufer. Er wird bald gehen.")
    assert (first.number, second.number) == (0, 2)
    assert 0 < first.confidence < 1
    assert not first.dismissed


def test_a_question_and_its_answer_are_one_claim() -> None:
    (claim,) = claims("de", "Wird der Trainer das Jahr überstehen? Wohl kaum.")
    assert claim.answer == 1
    assert not claim.dismissed


def test_what_the_interviewer_asks_is_a_claim_only_where_the_guest_answers() -> None:
    text = (
        "BLATT: Wird die Rente bald sinken?\nRoth: Das frage ich mich auch.\n"
        "BLATT: Wird sie im Herbst steigen?\nRoth: Wohl kaum.\nBLATT: Sie wird also sinken.\nRoth: Das sagen Sie."
    )
    verdicts = [claim.dismissed for claim in claims("de", text) if claim.passage.words.startswith("BLATT")]
    assert verdicts == ["asked by the interviewer", "", "asked by the interviewer"]
