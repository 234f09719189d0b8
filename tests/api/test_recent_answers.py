from datetime import timedelta

from registry.api.recent_answers import RecentAnswers
from tests.databases import NOW


def test_an_answer_holds_until_something_changes() -> None:
    recent: RecentAnswers[str] = RecentAnswers()
    recent.keep("board", 7, None, "first")
    assert recent.find("board", 7, NOW) == "first"
    assert recent.find("board", 8, NOW) is None
    assert recent.find("record", 7, NOW) is None


def test_an_answer_that_time_changes_holds_until_then() -> None:
    recent: RecentAnswers[str] = RecentAnswers()
    recent.keep("record", 7, NOW, "open")
    assert recent.find("record", 7, NOW - timedelta(microseconds=1)) == "open"
    assert recent.find("record", 7, NOW) is None


def test_only_the_latest_answers_are_kept() -> None:
    recent: RecentAnswers[int] = RecentAnswers(most=2)
    for number in range(3):
        recent.keep(str(number), 7, None, number)
    assert [recent.find(str(number), 7, NOW) for number in range(3)] == [None, 1, 2]
