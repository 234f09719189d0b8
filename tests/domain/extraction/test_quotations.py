from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.domain.extraction.quotations import is_inside, quoted_spans


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Er sagt: „Es reicht.“", ["Es reicht."]),
        ('She said "it works" today', ["it works"]),
        ("«Genug», meint er", ["Genug"]),
        ("“One,” he said. “Two.”", ["One,", "Two."]),
        ("It doesn't matter, it's fine", []),
        ('An "open mark that never ends', []),
        ('A "mark\nmay close" a line later', ["mark\nmay close"]),
        ('A "mark\nthat another "one" follows', ["one"]),
        ("“It rains.\n“It snows.”", ["It rains.", "It snows."]),
    ],
)
def test_what_stands_between_quotation_marks_is_found(text: str, inside: list[str]) -> None:
    assert [text[a:b] for a, b in quoted_spans(text)] == inside


@given(st.text(alphabet="\"„“”«»'‘’ a\n", max_size=200))
def test_spans_are_in_order_and_apart(text: str) -> None:
    spans = quoted_spans(text)
    assert all(a <= b for a, b in spans)
    assert all(one[1] < two[0] for one, two in pairwise(spans))


def test_a_stretch_is_inside_when_more_than_half_of_it_is() -> None:
    assert is_inside([(10, 30)], 12, 25)
    assert not is_inside([(10, 30)], 25, 60)
