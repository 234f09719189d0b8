import time
from pathlib import Path

import pytest

from registry.actions.working_in_two import made_in_two
from registry.domain.errors import Invalid, Unready
from registry.storage.tables.registered import new_written_id


class Squares:
    """Squares, slowly enough for two; notes which process made each in a file of its own."""

    def __init__(self, folder: Path, refused: int | None = None) -> None:
        self.folder, self.refused = folder, refused

    def __call__(self, number: int) -> int:
        import os

        time.sleep(0.02)
        if number == self.refused:
            raise Invalid(f"{number} has no square here")
        (self.folder / f"{os.getpid()}-{number}").touch()
        return number * number


class EndedInTheSecondProcess:
    """Works here, and ends any other process at once."""

    def __init__(self) -> None:
        import os

        self.first = os.getpid()

    def __call__(self, number: int) -> int:
        import os

        if os.getpid() != self.first:
            os._exit(1)
        time.sleep(0.1)
        return number


def test_parts_come_in_order_whoever_made_them_and_each_is_made_once(tmp_path: Path) -> None:
    assert list(made_in_two(Squares(tmp_path), 150)) == [number * number for number in range(150)]
    made = [file.name.split("-") for file in tmp_path.iterdir()]
    assert len({process for process, _ in made}) == 2
    assert sorted(int(number) for _, number in made) == list(range(150))


def ids(number: int) -> list[str]:
    time.sleep(0.01)
    return [new_written_id() for _ in range(50)]


def test_two_processes_draw_no_id_twice() -> None:
    drawn = [one for lot in made_in_two(ids, 100) for one in lot]
    assert len(set(drawn)) == len(drawn) == 5000


def test_an_error_comes_where_its_turn_is(tmp_path: Path) -> None:
    numbers = made_in_two(Squares(tmp_path, refused=60), 150)
    with pytest.raises(Invalid, match="60 has no square"):
        for _ in numbers:
            pass


def test_a_second_process_that_was_ended_is_told_of() -> None:
    with pytest.raises(Unready, match="ended from outside"):
        list(made_in_two(EndedInTheSecondProcess(), 200))


def test_who_stops_early_leaves_no_process_behind(tmp_path: Path) -> None:
    numbers = made_in_two(Squares(tmp_path), 10_000)
    assert next(numbers) == 0
    numbers.close()  # type: ignore[attr-defined]
    n_made = len(list(tmp_path.iterdir()))
    time.sleep(0.1)
    assert len(list(tmp_path.iterdir())) == n_made
