from pathlib import Path

import pytest
import yaml

from registry.domain.extraction.conditions import conditions_of
from registry.domain.extraction.features import lead_of
from registry.domain.extraction.pipeline import extract
from tests.extraction_texts import lexicon, passage


def first_condition(code: str, text: str) -> str | None:
    read = passage(code, text)
    unit = next(read.units())
    return next((c.text for c in conditions_of(read, unit, lead_of(unit))), None)


@pytest.mark.parametrize(
    ("code", "text", "condition"),
    [
        ("de", "Wenn der Regen ausbleibt, wird die Ernte leiden.", "Wenn der Regen ausbleibt"),
        ("de", "Die Ernte wird leiden, falls der Regen ausbleibt.", "falls der Regen ausbleibt."),
        ("de", "Verliert er die Wahl, tritt er zurück.", "Verliert er die Wahl"),
        ("de", "Sollte er verlieren, wird er gehen.", "Sollte er verlieren"),
        ("de", "Ohne neue Hilfe wird die Stadt fallen.", "Ohne neue Hilfe"),
        ("de", "Ein Verbot würde viele Stellen kosten.", "Ein Verbot"),
        ("en", "If rates fall, the pound will weaken.", "If rates fall"),
        ("en", "The pound will weaken if rates fall.", "if rates fall."),
        ("en", "Unless rates fall, the pound will rise.", "Unless rates fall"),
        ("en", "Without aid the front will break.", "Without aid the front"),
        ("en", "A ban could cost 300 jobs.", "A ban"),
        ("en", "Should she lose, he will leave.", "Should she lose"),
        ("de", "Der Preis wird steigen.", None),
        ("en", "The price could rise.", None),
        ("en", "Nobody will ask if it is true.", None),
    ],
)
def test_a_condition_is_kept_apart(code: str, text: str, condition: str | None) -> None:
    assert first_condition(code, text) == condition


HELD = yaml.safe_load((Path(__file__).parent / "cases" / "conditions.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("code", "text", "held"), HELD)
def test_a_claim_hangs_on_a_condition_or_does_not(code: str, text: str, held: int) -> None:
    candidates = extract(text, lexicon=lexicon(), language=code, threshold=0.05).candidates
    assert any(candidate.kind == "conditional" for candidate in candidates) == bool(held)


def test_a_condition_knows_where_it_stands() -> None:
    text = "Der Preis steigt weiter, wenn die Ernte ausfällt, und wird kaum sinken."
    read = passage("de", text)
    unit = next(read.units())
    found = next(conditions_of(read, unit, lead_of(unit)))
    assert text[slice(*found.span)].startswith("wenn die Ernte")
