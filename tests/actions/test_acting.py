import pytest

from registry.actions.acting import SCHEDULER


def test_the_scheduler_is_nobody_who_could_be_recorded_as_a_person() -> None:
    assert SCHEDULER.person_id is None
    with pytest.raises(ValueError, match="scheduler"):
        _ = SCHEDULER.required_id
