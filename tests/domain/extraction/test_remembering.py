from registry.domain.extraction.remembering import remembered


def test_a_memory_of_words_never_grows_without_end() -> None:
    seen: dict[str, bool] = {}
    for number in range(70_000):
        assert remembered(seen, str(number), value=True)
    assert len(seen) <= 30_001
