from registry.domain import vocabulary
from registry.domain.vocabulary import Role


def test_each_role_has_the_rights_of_those_before_it() -> None:
    assert [role.rank for role in (Role.reader, Role.logger, Role.judge, Role.admin)] == [0, 1, 2, 3]


def test_words_are_stored_as_they_are_written() -> None:
    kinds = [
        kind for kind in vars(vocabulary).values() if isinstance(kind, type) and kind.__module__ == vocabulary.__name__
    ]
    assert len(kinds) > 10
    for kind in kinds:
        assert all(str(word) == word.value for word in kind)
