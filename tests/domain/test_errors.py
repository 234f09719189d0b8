from registry.domain import errors
from registry.domain.errors import Fault, RegistryError


def test_the_drawn_tree_names_every_error() -> None:
    drawn = errors.__doc__ or ""
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, RegistryError)]
    assert len(kinds) > 10
    assert [kind.__name__ for kind in kinds if kind.__name__ not in drawn] == []


def test_an_error_carries_what_to_do_and_each_fault() -> None:
    problem = errors.Invalid("Give a day.", [Fault("due_on", "is missing", ("2025-08-15",))])
    assert str(problem) == problem.detail == "Give a day."
    assert problem.faults[0].suggestions == ("2025-08-15",)
