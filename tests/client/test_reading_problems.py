import httpx
import pytest

from registry.client import failures
from registry.client.reading_problems import error_of, will_pass
from tests.client.conftest import problem

REQUEST = httpx.Request("GET", "http://registry.test/api/v1/me")


def read(response: httpx.Response) -> failures.ClientError:
    response.request = REQUEST
    return error_of(response)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, failures.ApiProblem),
        (401, failures.NotAuthenticated),
        (403, failures.NotAllowed),
        (404, failures.Missing),
        (409, failures.Conflict),
        (412, failures.Stale),
        (413, failures.TooLarge),
        (422, failures.Invalid),
        (500, failures.Failed),
        (503, failures.Failed),
    ],
)
def test_each_refusal_has_a_class_of_its_own(status: int, kind: type[failures.ApiProblem]) -> None:
    error = read(problem(status, "some-kind"))
    assert type(error) is kind
    assert error.status == status
    assert error.kind == "some-kind"


def test_faults_come_with_their_suggestions() -> None:
    fault = {"where": "author", "message": "unknown", "suggestions": ["eva-lind"]}
    error = read(problem(422, errors=[fault]))
    assert isinstance(error, failures.Invalid)
    [read_fault] = error.faults
    assert (read_fault.where, read_fault.suggestions) == ("author", ("eva-lind",))


def test_a_proxy_that_gives_up_is_a_failure_that_passes() -> None:
    error = read(httpx.Response(502, text="bad gateway", headers={"Retry-After": "Fri, 21 Nov 2025"}))
    assert isinstance(error, failures.Failed)
    assert will_pass(error)
    assert error.retry_after is None


def test_an_address_that_did_not_answer_the_registry_is_not_tried_again_at_once() -> None:
    assert not will_pass(read(problem(502, "unreachable")))
    assert not will_pass(read(problem(500, "unexpected")))
