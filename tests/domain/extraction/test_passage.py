from tests.extraction_texts import passage


def test_a_passage_holds_what_was_read_of_one_sentence() -> None:
    read = passage("en", "Prices will rise, analysts say.")
    unit = next(read.units())
    assert read.words == "Prices will rise, analysts say."
    assert read.span(unit) == (0, 31)
    assert "say" in read.classes_of(unit)
    assert read.token_range(unit) == (0, len(read.tokens) - 1)


def test_it_is_told_whether_a_phrase_begins_at_a_word() -> None:
    read = passage("en", "Prices will rise, analysts say.")
    places = {at for at in range(len(read.tokens)) if read.has_at(at, "future")}
    assert places == {h.first for h in read.hits if h.word_class == "future"} == {1}
    assert not read.has_at(99, "future")


def test_of_a_sentence_that_nobody_writes_the_words_alone_are_read() -> None:
    read = passage("en", "Prices will rise " + "and so on, " * 90)
    assert (read.hits, read.readings, len(read.clauses)) == ([], (), 1)
    assert list(read.units()) == []


def test_a_month_is_no_verb() -> None:
    for text in ("The port closes in May.", "Talks resume on 15 May."):
        read = passage("en", text)
        assert "may" not in {hit.word_class for hit in read.hits}
        assert {reading.kind for reading in read.readings} == {"dated_present"}
    assert "may" in {hit.word_class for hit in passage("en", "This may be the last year.").hits}
