from tests.extraction_texts import readings


def test_a_condition_with_a_present_consequence_is_read() -> None:
    assert ("present_condition", "Wenn") in readings("de", "Wenn er verliert, tritt er zurück.")


def test_a_main_clause_that_opens_with_an_article_is_no_relative_clause() -> None:
    assert ("present_condition", "sobald") in readings("de", "Der Preis fällt, sobald die Mühle wieder mahlt.")
    assert "present_condition" not in {kind for kind, _ in readings("de", "Er kennt den Wirt, der geht, wenn er kam.")}


def test_the_consequence_of_a_condition_joined_to_a_claim_stands_behind_it() -> None:
    told = "Der Rat wird streiten, und wenn er scheitert, ist der Weg frei."
    assert ("present_condition", "und") in readings("de", told)


def test_a_condition_of_the_past_is_not() -> None:
    assert "present_condition" not in {kind for kind, _ in readings("de", "Wenn er verlor, tobte er.")}


def test_a_concession_behind_its_main_clause_is_no_condition() -> None:
    told = "Der Chor denkt wie sie, auch wenn jeder eine andere Stimme singt."
    assert "present_condition" not in {kind for kind, _ in readings("de", told)}
    assert "present_condition" in {kind for kind, _ in readings("de", "Auch wenn er verliert, bleibt er im Amt.")}


def test_a_consequence_with_a_modal_verb_is_left_to_its_verb() -> None:
    assert "present_condition" not in {kind for kind, _ in readings("en", "If he loses, he will go.")}


def test_neither_a_condition_alone_nor_what_has_happened_by_then_is_a_consequence() -> None:
    for text in ("Wenn uns keine Wolke die Sicht nimmt.", "Wenn dem so ist, ist sie gescheitert."):
        assert "present_condition" not in {kind for kind, _ in readings("de", text)}


def test_who_says_so_in_the_past_takes_no_condition_away() -> None:
    told = "Wenn das Wasser steigt, brechen die Deiche, sagte der Hauptmann."
    assert ("present_condition", "Wenn") in readings("de", told)


def test_a_phrase_may_be_the_condition() -> None:
    for text in ("Ohne ihn steigen wir ab.", "Sonst sind da nur noch Steine.", "Andernfalls verliert sie den Vertrag."):
        assert ("present_condition", text.split()[0]) in readings("de", text)
    for text in ("Sonst noch Fragen?", "Er kam, ohne dass jemand rief.", "Ohne ihn ging nichts."):
        assert "present_condition" not in {kind for kind, _ in readings("de", text)}


def test_one_clause_may_hold_a_condition_with_its_consequence() -> None:
    for text in (
        "Otherwise the port closes in May.",
        "One more defeat and he is out.",
        "A hard frost means empty barns.",
    ):
        assert "present_condition" in {kind for kind, _ in readings("en", text)}
    for text in ("Otherwise the port closed.", "If the port closes.", "The defeat means a lot to him."):
        assert "present_condition" not in {kind for kind, _ in readings("en", text)}
