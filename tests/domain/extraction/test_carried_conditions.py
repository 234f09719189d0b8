from pathlib import Path

import pytest
import yaml

from registry.domain.extraction.article import read_article
from registry.domain.extraction.carried_conditions import condition_for
from registry.domain.extraction.features import lead_of
from tests.extraction_texts import lexicon

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "carried_conditions.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_a_claim_may_hang_on_a_condition_of_the_sentence_before(case: dict) -> None:
    article = read_article(case["text"], lexicon().languages[case.get("language", "en")], None, None)
    last = len(article.passages) - 1
    unit = list(article.passages[last].units())[-1]
    found = condition_for(article.passages, last, unit, lead_of(unit))
    assert (found.text if found else None) == case["condition"]


def test_a_condition_reaches_over_an_and() -> None:
    text = "In that case the court will need two sessions, he said, and the nets would be back by June."
    article = read_article(text, lexicon().languages["en"], None, None)
    unit = list(article.passages[0].units())[-1]
    found = condition_for(article.passages, 0, unit, lead_of(unit))
    assert found is not None
    assert text[slice(*found.span)].startswith("In that case")
