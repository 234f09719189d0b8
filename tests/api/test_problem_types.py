"""The kinds of problem."""

import re

from registry.api.problem_types import ALL, type_of
from registry.domain.errors import Blocked, Unreachable


def test_each_kind_has_an_address_of_its_own() -> None:
    addresses = [kind.address for kind in ALL]
    assert len(set(addresses)) == len(addresses)
    assert all(re.fullmatch("/problems/[a-z-]+", address) for address in addresses)


def test_each_kind_says_what_to_do() -> None:
    assert all(kind.title and kind.advice.endswith(".") for kind in ALL)
    assert all(400 <= kind.status <= 599 for kind in ALL)


def test_the_nearest_class_decides() -> None:
    assert type_of(Blocked("x")).slug == "blocked"
    assert type_of(Unreachable("x")).slug == "unreachable"
