import pytest

from tests.extraction_texts import language


@pytest.mark.parametrize(
    ("code", "word", "participle", "preterite"),
    [
        ("de", "gebaut", True, False),
        ("de", "beschlossen", True, False),
        ("de", "stieg", False, True),
        ("de", "heute", False, False),
        ("de", "unterging", False, True),
        ("de", "davonliefen", False, True),
        ("de", "missfiel", False, True),
        ("de", "vertrieben", True, False),
        ("de", "unterschrieben", True, False),
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
