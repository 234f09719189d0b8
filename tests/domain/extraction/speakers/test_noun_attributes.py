import pytest

from registry.domain.extraction.speakers.noun_attributes import as_subject, attributes_end, owner_start
from tests.extraction_texts import language, passage

# A sentence, the noun, the verb it stands by, and the last word of what belongs to the noun.
BELONGS = [
    ("Beobachter in Norddorf erwarten Streit.", "Beobachter", "erwarten", "Norddorf"),
    ("Dort erwarten Beobachter in Norddorf Streit.", "Beobachter", "erwarten", "Beobachter"),
    ("Das Amt für Statistik und andere zählen neu.", "Amt", "zählen", "Statistik"),
    ("Juristen der neuen Behörde warnen davor.", "Juristen", "warnen", "Behörde"),
    ("Ein Sprecher von Minister Karl Otte sagte nichts.", "Sprecher", "sagte", "Otte"),
    ("Analysten der Woche irren.", "Analysten", "irren", "Analysten"),
    ("Heute trauen Analysten der Firma wenig zu.", "Analysten", "trauen", "Analysten"),
]


@pytest.mark.parametrize(("text", "noun", "verb", "last"), BELONGS)
def test_what_belongs_to_a_noun_ends_before_what_belongs_to_the_verb(
    text: str, noun: str, verb: str, last: str
) -> None:
    tokens = passage("de", text).tokens
    words = [token.text for token in tokens]
    end = attributes_end(tokens, words.index(noun), words.index(verb), language("de"))
    assert words[end] == last


# What stands behind "nach Angaben", and its first noun as a subject.
SUBJECTS = [
    ("des Verbandes", "Verband"),
    ("des örtlichen Instituts", "Institut"),
    ("des Gastgewerbes", "Gastgewerbe"),
    ("des Bündnisses", "Bündnis"),
    ("eines Präsidenten", "Präsident"),
    ("eines Experten", "Experte"),
    ("den Winzern", "Winzer"),
    ("der Behörde", "Behörde"),
]


@pytest.mark.parametrize(("phrase", "subject"), SUBJECTS)
def test_a_noun_in_another_case_gets_the_form_of_a_subject(phrase: str, subject: str) -> None:
    tokens = passage("de", f"Nach Angaben {phrase} wird es teuer.").tokens
    noun = next(i for i, token in enumerate(tokens) if i > 1 and token.is_capital)
    assert as_subject(tokens, noun, language("de")) == subject


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Die Studie der Universität liegt vor.", "Universität"),
        ("Ein Klimabericht von dem Institut liegt vor.", "Institut"),
        ("Die Studie liegt vor.", None),
        ("Die Brücke der Stadt ist alt.", None),
    ],
)
def test_a_document_is_by_whom_its_attribute_names(text: str, owner: str | None) -> None:
    tokens = passage("de", text).tokens
    start = owner_start(tokens, 1, language("de"))
    assert (tokens[start].text if start is not None else None) == owner


def test_another_language_has_no_such_attributes() -> None:
    tokens = passage("en", "Lawyers of the bank expect it.").tokens
    assert attributes_end(tokens, 0, 4, language("en")) == 0
    assert as_subject(tokens, 0, language("en")) == "Lawyers"
    assert owner_start(tokens, 0, language("en")) is None
