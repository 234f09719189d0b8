import pytest

from registry.domain.extraction.lexicon import remembered
from tests.extraction_texts import language


@pytest.mark.parametrize(
    ("code", "word", "participle", "preterite"),
    [
        ("de", "gebaut", True, False),
        ("de", "beschlossen", True, False),
        ("de", "stieg", False, True),
        ("de", "heute", False, False),
        ("en", "signed", True, True),
        ("en", "need", False, False),
        ("en", "rose", False, True),
    ],
)
def test_verb_forms_are_told_by_lists_and_endings(code: str, word: str, participle: bool, preterite: bool) -> None:
    words = language(code)
    for _ in range(2):
        assert words.is_participle(word) is participle
        assert words.is_preterite(word) is preterite


def test_a_memory_of_words_never_grows_without_end() -> None:
    seen: dict[str, bool] = {}
    for number in range(70_000):
        assert remembered(seen, str(number), value=True)
    assert len(seen) <= 30_001
