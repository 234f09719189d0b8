from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sentencex import segment

from registry.domain.extraction import sentences
from registry.domain.extraction.sentences import split_sentences
from tests.extraction_texts import language

CASES = [
    (
        "de",
        "Das ist z. B. am 3. Oktober so. Dr. Müller kommt.",
        ["Das ist z. B. am 3. Oktober so.", "Dr. Müller kommt."],
    ),
    ("de", "Kein Wort\nDer Text beginnt.", ["Kein Wort", "Der Text beginnt."]),
    ("de", "„Es reicht. Wir gehen“, sagt er.", ["„Es reicht.", "Wir gehen“, sagt er."]),
    ("de", "J.D. Vance sprach. Alle hörten zu.", ["J.D. Vance sprach.", "Alle hörten zu."]),
    ("de", "Afrika bekommt seinen 54. Staat. Das hilft.", ["Afrika bekommt seinen 54. Staat.", "Das hilft."]),
    ("de", "Sie liegt bei 15. Dass er geht, glaubt keiner.", ["Sie liegt bei 15.", "Dass er geht, glaubt keiner."]),
    ("de", "2. Die Miete sinkt. Am 3. Mai.", ["2. Die Miete sinkt.", "Am 3. Mai."]),
    ("de", "Er zahlt 54. Das hilft.", ["Er zahlt 54.", "Das hilft."]),
    ("en", "Mr. Hale left. He will return.", ["Mr. Hale left.", "He will return."]),
    ("en", "“It works. It will last,” she said.", ["“It works.", "It will last,” she said."]),
    ("de", "Das kostet\u00a03 Euro. Ende.", ["Das kostet\u00a03 Euro.", "Ende."]),
    ("de", "Es gilt Plan A\u00a0. Ende.", ["Es gilt Plan A\u00a0.", "Ende."]),
    ("en", "The mayor stays. 70%", ["The mayor stays. 70%"]),
    ("en", "It rose. 70% of us saw it.", ["It rose.", "70% of us saw it."]),
    ("en", "It is plan B\u202f. The end.", ["It is plan B\u202f.", "The end."]),
]


@pytest.mark.parametrize(("code", "text", "sentences"), CASES)
def test_sentences_end_where_a_reader_would_end_them(code: str, text: str, sentences: list[str]) -> None:
    assert [text[s.start : s.end] for s in split_sentences(text, language(code))] == sentences


@given(st.text(alphabet=st.sampled_from('ab AB.?!\n"„“ 1\u00a0'), max_size=120))
def test_sentences_cover_all_but_white_space_and_never_overlap(text: str) -> None:
    spans = [(s.start, s.end) for s in split_sentences(text, language("de"))]
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    kept = "".join(text[a:b] for a, b in spans)
    assert "".join(kept.split()) == "".join(text.split())


def test_lines_are_counted_without_the_empty_ones() -> None:
    assert [s.line for s in split_sentences("Eins.\n\n\nZwei. Drei.", language("de"))] == [0, 1, 1]


def test_a_line_that_was_only_wrapped_goes_on() -> None:
    text = "I think the year\nwill be long. It ends.\nA heading\nThe text."
    found = [text[s.start : s.end] for s in split_sentences(text, language("en"))]
    assert found == ["I think the year\nwill be long.", "It ends.", "A heading", "The text."]


def test_a_very_long_line_is_cut_like_its_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[int] = []

    def noted(code: str, line: str) -> list[str]:
        given.append(len(line))
        return list(segment(code, line))

    monkeypatch.setattr(sentences, "segment", noted)
    part = "Der Preis steigt um 3. Mai herum. „Das wird teuer.“ Wer zahlt? Prof. Roth und z. B. wir alle! "
    times = 40_000 // len(part)
    found = sentences.split_sentences(part * times, language("de"))
    once = sentences.split_sentences(part, language("de"))
    assert [(s.start, s.end) for s in found] == [
        (s.start + k * len(part), s.end + k * len(part)) for k in range(times) for s in once
    ]
    assert max(given[:-4]) <= 10_000
