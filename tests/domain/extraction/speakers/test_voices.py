from pathlib import Path

import pytest
import yaml

from tests.extraction_texts import article

CASES = [
    ("de", "„Das wird teuer“, sagte Jonas Roth. „Es wird lange dauern.“", [1], "Jonas Roth"),
    ("de", "Jonas Roth warnt vor Eile. Der Bau werde Jahre dauern.", [1], "Jonas Roth"),
    ("de", "Finanzminister Jonas Roth sprach. Das werde teuer, so der Minister.", [1], "Jonas Roth"),
    ("de", "Jonas Roth kam spät. Er rechnet mit Regen.", [1], "Jonas Roth"),
    ("de", "Jonas Roth kam spät. Der Preis wird steigen.", [1], None),
    ("de", "Jonas Roth kam. Später sagte Roth, es werde teuer.", [1], "Jonas Roth"),
    ("en", "Ada Hale spoke first. “It will fail,” she said.", [1], "Ada Hale"),
    ("en", "“It will fail. It will cost us,” said Ada Hale.", [0, 1], "Ada Hale"),
    ("en", "Ada Hale spoke. Prices will rise.", [1], None),
    ("en", "CARL BOND: City will win.\nMAX DENT: They will not.\nCB: It is early.\nMD: It is.", [2], "Carl Bond"),
]


@pytest.mark.parametrize(("code", "text", "sentences", "speaker"), CASES)
def test_every_sentence_has_a_voice(code: str, text: str, sentences: list[int], speaker: str | None) -> None:
    voices = article(code, text).voices
    assert {voices.by_sentence[k] for k in sentences} == {speaker}


SPOKEN = yaml.safe_load((Path(__file__).parents[1] / "cases" / "speakers.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("code", "text", "sentence", "speaker"), SPOKEN)
def test_the_speaker_of_a_claim_is_whom_the_text_names(
    code: str, text: str, sentence: int, speaker: str | None
) -> None:
    voices = article(code, text).voices
    unit = next(voices.passages[sentence].units(), None)
    found = voices.by_sentence[sentence] if unit is None else voices.speaker_of(sentence, unit)
    assert found == speaker


def test_a_pronoun_means_the_person_of_the_sentence_before() -> None:
    assert article("en", "Ada Hale resigned. She will not return.").voices.before(1) == "Ada Hale"


def test_a_source_inside_a_unit_goes_before_that_of_the_sentence() -> None:
    read = article("en", "Ada Hale said prices will rise, but analysts expect that wages will fall.")
    units = list(read.passages[0].units())
    assert read.voices.speaker_of(0, units[0]) == "Ada Hale"
