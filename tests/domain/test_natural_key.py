from datetime import date

from registry.domain.natural_key import by_content, by_ref

DAY, LATER = date(2025, 8, 10), date(2025, 8, 15)


def test_spelling_of_spaces_and_accents_makes_no_other_entry() -> None:
    one = by_content("a", "Zürich  wird\nsiegen.", DAY, LATER, None)
    assert one == by_content("a", "Zu\u0308rich wird siegen.", DAY, LATER, "")


def test_every_part_makes_another_entry() -> None:
    keys = {
        by_content("a", "It will rain.", DAY, LATER, "x"),
        by_content("b", "It will rain.", DAY, LATER, "x"),
        by_content("a", "It will rain!", DAY, LATER, "x"),
        by_content("a", "It will rain.", LATER, LATER, "x"),
        by_content("a", "It will rain.", DAY, DAY, "x"),
        by_content("a", "It will rain.", DAY, None, "x"),
        by_content("a", "It will rain.", DAY, LATER, "y"),
    }
    assert len(keys) == 7


def test_parts_cannot_run_into_each_other() -> None:
    assert by_ref("ab", "c") != by_ref("a", "bc")
    assert by_content("a", "x", DAY, None, "y") != by_content("a", "x", DAY, None, None)
