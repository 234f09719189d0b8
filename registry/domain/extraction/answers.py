"""Questions that the next sentence answers: "Can he win? Probably not." is one assertion."""

from collections.abc import Sequence

from registry.domain.extraction.passage import Passage

_LONGEST_ANSWER = 14
_FIRST_WORDS = 2
_ASKS_OF_NOW = frozenset(
    "copula perfect past question question_word finite_verb first_person second_person say must want".split()
)


def is_question(passage: Passage) -> bool:
    """Whether the sentence ends with a question mark, closing quotation marks aside."""
    start, end, _ = passage.sentence
    return "?" in passage.text[max(start, end - 2) : end]


def answer_to(passages: Sequence[Passage], k: int) -> int | None:
    """Number of the sentence that answers question k in a few words, None where it stays open."""
    if not is_question(passages[k]) or k + 1 >= len(passages):
        return None
    answer = passages[k + 1]
    if answer.sentence.line > passages[k].sentence.line + 1 or is_question(answer):
        return None
    words = [i for i, token in enumerate(answer.tokens) if token.is_word]
    if not words or len(words) > _LONGEST_ANSWER:
        return None
    edges = {*words[:_FIRST_WORDS], *words[-_FIRST_WORDS:]}
    answers = any(h.word_class == "answer" and (h.first in edges or h.last in edges) for h in answer.hits)
    return k + 1 if answers else None


def is_bare_question(passage: Passage) -> bool:
    """Whether a question names what may come and has no verb that asks how things are: "A deal by Friday?"."""
    return not any(h.word_class in _ASKS_OF_NOW for h in passage.hits) and any(t.is_word for t in passage.tokens[2:])
