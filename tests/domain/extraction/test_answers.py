import pytest

from registry.domain.extraction.answers import answer_to, is_bare_question, is_question
from tests.extraction_texts import article


@pytest.mark.parametrize(
    ("code", "text", "answer"),
    [
        ("de", "Wird er gewinnen? Eher nicht.", 1),
        ("en", "Will she run again? Probably not.", 1),
        ("en", "Could it be him? Judging from the debate, no.", 1),
        ("de", "Wird er gewinnen? Das ist eine gute Frage, die viele stellen.", None),
        ("de", "Er wird gewinnen. Eher nicht.", None),
        ("de", "Wird er gewinnen?", None),
        ("de", "Wird er gewinnen? Oder nicht?", None),
    ],
)
def test_a_short_sentence_after_a_question_answers_it(code: str, text: str, answer: int | None) -> None:
    assert answer_to(article(code, text).passages, 0) == answer


def test_a_closing_quotation_mark_hides_no_question() -> None:
    assert is_question(article("de", "„Wird er gewinnen?“").passages[0])


@pytest.mark.parametrize(
    ("code", "text", "bare"),
    [
        ("en", "A frost before Easter? Probably not.", True),
        ("de", "Ein Streik vor Ostern? Eher nicht.", True),
        ("en", "Is it raining? No.", False),
        ("en", "Who says so? Nobody.", False),
    ],
)
def test_a_question_without_a_verb_may_name_what_comes(code: str, text: str, bare: bool) -> None:
    assert is_bare_question(article(code, text).passages[0]) is bare
