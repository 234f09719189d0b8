"""What can go wrong between a client and the registry.

    ClientError
    ├── NoAnswer              nothing came back: not running, wrong address, connection lost
    │   └── Slow              it did not come back in time
    ├── NotTheRegistry        something answered, but not a registry of this kind
    └── ApiProblem            the registry refused, and says why
        ├── NotAuthenticated  401  no key, or one that it does not know
        ├── NotAllowed        403  a key without the right
        ├── Missing           404  no such thing
        ├── Conflict          409  it clashes with what is on record
        ├── Stale             412  someone else changed it meanwhile
        ├── TooLarge          413  too much at once
        ├── Invalid           422  values that break rules; `faults` names each
        └── Failed            5xx  the registry itself failed, or cannot answer now

An ApiProblem of another status is just that.
"""

from collections.abc import Sequence

from registry.domain.errors import Fault


class ClientError(Exception):
    """Base of every error that the client raises on purpose; `detail` says what to do."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class NoAnswer(ClientError):
    """Nothing came back. `sent` is False where the request certainly never reached the registry."""

    def __init__(self, detail: str, *, sent: bool) -> None:
        super().__init__(detail)
        self.sent = sent


class Slow(NoAnswer):
    """The answer did not come in time. What was asked for may still have been done."""


class NotTheRegistry(ClientError):
    """Something answered that is not the registry's API, or one of another version."""


class ApiProblem(ClientError):
    """The registry refused a request, as RFC 9457 problem details say.

    `status` is the HTTP status, `kind` the last part of the problem's type (such as `unknown-author`),
    `title` its heading, `faults` each value at fault with suggestions, `reference` where an unexpected
    failure stands in the registry's log, `retry_after` the seconds after which to try again.
    """

    def __init__(
        self,
        status: int,
        kind: str,
        title: str,
        detail: str,
        faults: Sequence[Fault] = (),
        *,
        reference: str | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.kind = kind
        self.title = title
        self.faults = tuple(faults)
        self.reference = reference
        self.retry_after = retry_after

    def __str__(self) -> str:
        """Title, status and detail on one line, then each fault on a line of its own."""
        lines = [f"{self.title} ({self.status}). {self.detail}".strip()]
        lines += [_line_of(fault) for fault in self.faults]
        if self.reference is not None:
            lines.append(f"  reference {self.reference}")
        return "\n".join(lines)

    def fault_at(self, where: str) -> Fault | None:
        """The first fault of that value, such as `due_on`; None where it is sound."""
        return next((fault for fault in self.faults if fault.where == where), None)


class NotAuthenticated(ApiProblem):
    """No key was sent, or one that is not in force."""


class NotAllowed(ApiProblem):
    """The key's person lacks the role that is needed."""


class Missing(ApiProblem):
    """Nothing stands under the id or name that was asked for."""


class Conflict(ApiProblem):
    """It clashes with what is already on record."""


class Stale(ApiProblem):
    """It was changed since it was read: read it again and decide anew."""


class TooLarge(ApiProblem):
    """More than the registry takes at once."""


class Invalid(ApiProblem):
    """One or more values break rules; `faults` names each of them."""


class Failed(ApiProblem):
    """The registry itself failed, or cannot answer now."""


def _line_of(fault: Fault) -> str:
    meant = f" (did you mean {' or '.join(fault.suggestions)}?)" if fault.suggestions else ""
    return f"  {fault.where}: {fault.message}{meant}"
