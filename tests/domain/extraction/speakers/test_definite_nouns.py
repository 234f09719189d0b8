import pytest

from registry.domain.extraction.speakers.definite_nouns import definite_behind
from tests.extraction_texts import language, passage

# A sentence, its verb, and the noun of the person right behind it, None where it is no person or not the subject.
CASES = [
    ("Alles sei offen, beteuerte der Urenkel des Gründers.", "beteuerte", "Urenkel des Gründers"),
    ("Für den Winter sieht die gelernte Statikerin schwarz.", "sieht", "Statikerin"),
    ("Alles sei offen, erzählt ein junger Pfälzer.", "erzählt", None),
    ("Am Ende erwartet der Montag alle.", "erwartet", None),
    ("Kaum jemand traut der Prognose.", "traut", None),
    ("Alles sei offen, erzählt die Prognose.", "erzählt", None),
    ("Alles sei offen, sagt er.", "sagt", None),
]


@pytest.mark.parametrize(("text", "verb", "noun"), CASES)
def test_a_noun_with_an_article_behind_the_verb_is_who_says_it(text: str, verb: str, noun: str | None) -> None:
    read = passage("de", text)
    at = next(i for i, token in enumerate(read.tokens) if token.text == verb)
    found = definite_behind(read, at, [], language("de"))
    assert (found.group if found else None) == noun
