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


def test_what_the_interviewer_says_is_no_claim_of_the_guest() -> None:
    text = "BLATT: Wird die Rente sinken?\nRoth: Ja, sie wird sinken.\nBLATT: Wird sie steigen?\nRoth: Nein."
    verdicts = {claim.dismissed for claim in claims("de", text) if claim.passage.words.startswith("BLATT")}
    assert verdicts == {"asked by the interviewer"}
