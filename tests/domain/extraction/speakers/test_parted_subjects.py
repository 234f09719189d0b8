import pytest

from registry.domain.extraction.names import find_names
from registry.domain.extraction.speakers.parted_subjects import subject_across
from tests.extraction_texts import language, passage

CASES = [
    ("en", "Ada Hale, who chairs the bank, expects a fall.", "expects", "Ada Hale"),
    ("en", "Ada Hale, an economist with the bank, expects a fall.", "expects", "Ada Hale"),
    ("en", "Ada Hale, whose firm went under, has predicted a fall.", "predicted", "Ada Hale"),
    ("en", "OXFAM, with many people in the country, does not expect a fall.", "expect", "OXFAM"),
    ("en", "In London, as ever, expect a fall.", "expect", None),
    ("en", "The analysts, who met in May, expect a fall.", "expect", "analysts"),
    ("en", "Ada Hale met Carl Bond, who chairs the bank, expects a fall.", "expects", None),
    ("de", "Ada Hale, die den Konzern seit Jahren berät, erwartet einen Rückgang.", "erwartet", "Ada Hale"),
    ("de", "Mein Nachbar, ein alter Lehrer, erwartet einen Rückgang.", "erwartet", "Nachbar"),
    ("de", "Die Preise, die seit Mai steigen, fallen wieder, erwartet Ada Hale.", "erwartet", None),
]


@pytest.mark.parametrize(("code", "text", "verb", "subject"), CASES)
def test_the_subject_stands_before_the_aside(code: str, text: str, verb: str, subject: str | None) -> None:
    read, words = passage(code, text), language(code)
    at = next(i for i, token in enumerate(read.tokens) if token.text == verb)
    clause = next(c for c in read.clauses if c.first <= at <= c.last)
    names = list(find_names(read.tokens, words, frozenset({"hale", "bond"})))
    found = subject_across(read, clause, at, names, words)
    text_of = None if found is None else found.name.text if found.name else found.role or found.group
    assert text_of == subject
