from registry.client import ApiProblem, Client, Invalid
from registry.client.failures import ClientError
from registry.domain.errors import Fault


def test_a_problem_reads_as_one_would_tell_it() -> None:
    problem = Invalid(
        422,
        "unknown-author",
        "No author has that name",
        "Take one of the names offered.",
        [Fault("author", "nobody is called Marc Rute", ("mark-rutte", "rutte-institute"))],
        reference="77",
    )
    assert str(problem) == (
        "No author has that name (422). Take one of the names offered.\n"
        "  author: nobody is called Marc Rute (did you mean mark-rutte or rutte-institute?)\n"
        "  reference 77"
    )


def test_a_fault_is_found_by_its_place() -> None:
    fault = Fault("due_on", "lies before made_on")
    problem = Invalid(422, "invalid", "A value breaks a rule", "Mend it.", [fault])
    assert problem.fault_at("due_on") == fault
    assert problem.fault_at("made_on") is None


def test_every_failure_is_a_client_error_and_exported() -> None:
    import registry.client as package

    exported = {getattr(package, name) for name in package.__all__} - {Client}
    assert all(issubclass(kind, ClientError) for kind in exported)
    assert set(_below(ClientError)) <= exported
    assert ApiProblem in exported


def _below(kind: type[ClientError]) -> list[type[ClientError]]:
    return [kind, *(deeper for child in kind.__subclasses__() for deeper in _below(child))]
