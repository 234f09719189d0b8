"""What went wrong is said in words that help."""

import ssl

import httpcore
import pytest

from registry.domain.errors import Unreachable
from registry.outbound.failures import MEANINGS, complain_about, failures_named


@pytest.mark.parametrize("status", [200, 203, 206, 299])
def test_a_good_status_is_no_reason_to_complain(status: int) -> None:
    complain_about(status, "start.example")


@pytest.mark.parametrize("status", sorted({*MEANINGS, 300, 304, 400, 418, 500, 502, 503, 521}))
def test_every_other_status_is_named_in_one_or_two_sentences_and_a_remedy(status: int) -> None:
    with pytest.raises(Unreachable, match=rf"^start\.example answers {status}: the site .+\. .+\.$"):
        complain_about(status, "start.example")


@pytest.mark.parametrize(("header", "told"), [("120", True), ("Fri, 20 Nov 2026 18:00:00 GMT", False), (None, False)])
def test_a_wait_is_told_where_it_is_a_number_of_seconds(header: str | None, told: bool) -> None:
    with pytest.raises(Unreachable) as complaint:
        complain_about(429, "start.example", header)
    assert ("120 seconds" in complaint.value.detail) is told


def test_a_false_certificate_is_told_with_its_reason() -> None:
    cause = ssl.SSLCertVerificationError(1, "certificate verify failed")
    cause.verify_message = "self-signed certificate"
    with (
        pytest.raises(Unreachable, match=r"certificate of start\.example is not valid \(self-signed certificate\)"),
        failures_named("start.example"),
    ):
        raise httpcore.ConnectError(cause)


@pytest.mark.parametrize(
    "failure",
    [
        httpcore.ConnectTimeout,
        httpcore.ReadTimeout,
        httpcore.WriteTimeout,
        httpcore.PoolTimeout,
        httpcore.ConnectError,
        httpcore.ReadError,
        httpcore.WriteError,
        httpcore.RemoteProtocolError,
        httpcore.LocalProtocolError,
    ],
)
def test_every_failure_of_the_library_is_renamed(failure: type[Exception]) -> None:
    with pytest.raises(Unreachable, match=r"start\.example"), failures_named("start.example"):
        raise failure("why")
