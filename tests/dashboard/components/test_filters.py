from dashboard import labels
from dashboard.components.filters import SORTS, STATES, wanted


def test_an_address_that_asks_for_nonsense_is_read_as_far_as_it_makes_sense() -> None:
    assert wanted({"state": "overdue", "sort": "sideways", "page": "7"}) == {
        "urgency": "overdue",
        "undated": False,
        "sort": "-created",
    }


def test_every_state_and_order_has_words() -> None:
    names = [f"state.{state}" for state in STATES] + [f"sort.{sort}" for sort in SORTS]
    assert [name for name in names if name not in labels.words("en")] == []
