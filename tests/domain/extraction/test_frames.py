import pytest

from registry.domain.extraction.features import lead_of
from registry.domain.extraction.frames import frame_of
from tests.extraction_texts import article, language


@pytest.mark.parametrize(
    ("code", "text", "left"),
    [
        ("en", "Ada Hale said that prices will rise.", "prices will rise ."),
        ("en", "Ada Hale did not say that prices will rise.", "Ada Hale did not say that prices will rise ."),
        ("en", "Ada Hale told reporters prices will rise.", "Ada Hale told reporters prices will rise ."),
        ("en", "I think prices will rise.", "prices will rise ."),
        ("en", "Prices will rise, said Ada Hale, who runs the bank.", "Prices will rise"),
        ("de", "Jonas Roth sagt, die Preise werden steigen.", "die Preise werden steigen ."),
        ("de", "Die Preise werden, sagt Jonas Roth, bald steigen.", "Die Preise werden bald steigen ."),
        ("de", "Wenn Jonas Roth sagt, was er plant, werden die Preise steigen.", None),
    ],
)
def test_the_frame_of_a_claim_is_no_part_of_it(code: str, text: str, left: str | None) -> None:
    voices = article(code, text).voices
    passage = voices.passages[0]
    unit = next(passage.units())
    framed = frame_of(passage, unit, lead_of(unit), voices.named_in(0), language(code))
    _, last = passage.token_range(unit)
    tokens = [passage.tokens[i].text for i in range(framed.start, last + 1) if i not in framed.dropped]
    assert tokens == (left.split() if left else [t.text for t in passage.tokens])


@pytest.mark.parametrize(
    ("text", "subordinate", "inverted"),
    [
        ("Jonas Roth glaubt, dass es regnen wird.", True, False),
        ("Laut Jonas Roth wird es regnen.", False, True),
        ("Es wird regnen.", False, False),
    ],
)
def test_a_frame_tells_where_the_verb_of_the_claim_stands(text: str, subordinate: bool, inverted: bool) -> None:
    voices = article("de", text).voices
    unit = next(voices.passages[0].units())
    framed = frame_of(voices.passages[0], unit, lead_of(unit), voices.named_in(0), language("de"))
    assert (framed.subordinate, framed.inverted) == (subordinate, inverted)
