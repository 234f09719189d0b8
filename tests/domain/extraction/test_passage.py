from tests.extraction_texts import passage


def test_a_passage_holds_what_was_read_of_one_sentence() -> None:
    read = passage("en", "Prices will rise, analysts say.")
    unit = next(read.units())
    assert read.words == "Prices will rise, analysts say."
    assert read.span(unit) == (0, 31)
    assert "say" in read.classes_of(unit)
    assert read.token_range(unit) == (0, len(read.tokens) - 1)
