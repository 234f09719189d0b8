"""A language is data: this one has ten words and a file, and no line of code knows of it."""

from dataclasses import replace
from pathlib import Path

from registry.domain.extraction.candidate import Candidate
from registry.domain.extraction.knowledge import Lexicon
from registry.domain.extraction.pipeline import extract
from registry.lexicon.reader import read_language
from tests.extraction_texts import lexicon

FILE = Path(__file__).parent / "languages" / "language_xx.toml"


def made_up() -> Lexicon:
    return replace(lexicon(), languages={"xx": read_language(FILE)})


def candidates(text: str) -> tuple[Candidate, ...]:
    return extract(text, lexicon=made_up(), threshold=0.3).candidates


def test_a_file_alone_makes_a_language() -> None:
    (found,) = candidates("La rimo tovi bura mo. La rimo bura mo.")
    assert found.quotes == ((0, 21),)
    assert (found.polarity, found.kind, found.speaker) == ("yes", "forecast", None)


def test_its_negation_its_condition_and_its_speaker_are_understood() -> None:
    (denied,) = candidates("La rimo tovi ne bura mo.")
    assert denied.polarity == "no"
    (conditional,) = candidates("Ka la rimo mo, la tovi bura mo.")
    assert conditional.kind == "conditional"
    assert conditional.condition == "Ka la rimo mo"
    (said,) = candidates("La pani sel, la rimo tovi bura mo.")
    assert (said.speaker, said.attributed) == ("pani", True)
