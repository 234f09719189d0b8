from enum import StrEnum

from registry.domain import vocabulary
from registry.domain.vocabulary import Role


def test_each_role_has_the_rights_of_those_before_it() -> None:
    assert [role.rank for role in (Role.reader, Role.logger, Role.judge, Role.admin)] == [0, 1, 2, 3]


def test_words_are_stored_as_they_are_written() -> None:
    named = vars(vocabulary).values()
    kinds = [kind for kind in named if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum]
    words = [word for kind in kinds for word in kind]
    assert len(kinds) > 10
    assert all(str(word) == word.value for word in words)
