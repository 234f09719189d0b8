from registry.domain.extraction.clause_words import holds_phrase, words_of


def test_the_words_of_a_clause_are_lower_case_and_without_marks() -> None:
    assert words_of("By then, prices (all) Fell.") == ["by", "then", "prices", "all", "fell"]


def test_a_phrase_counts_only_as_whole_words() -> None:
    assert holds_phrase("Prices fall by then.", ["by then"])
    assert holds_phrase("By\nthen prices fall.", ["by then"])
    assert not holds_phrase("Nearby thence they fall.", ["by then"])
    assert not holds_phrase("", ["by then"])
