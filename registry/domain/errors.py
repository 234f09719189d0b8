"""What can go wrong, named by what went wrong.

    RegistryError
    ├── Invalid            a value breaks a rule; `faults` names each one
    │   ├── UnknownAuthor  a name that no author carries; near matches offered
    │   └── NoArticle      a page or file that holds no readable text
    ├── NotAuthenticated   no key, or a key that is not ours
    ├── NotAllowed         a key without the right
    ├── Missing            nothing stands under that id or name
    ├── Conflict           it clashes with what is already recorded
    ├── Stale              someone else changed it in the meantime
    ├── TooLarge           more than the registry takes at once
    ├── Unreachable        an address that gave no answer
    │   ├── Blocked        an address that the registry refuses to open
    │   └── Undeliverable  a receiver that will never take this message
    │       └── Unwanted   a receiver that wants no message any more
    └── Unready            this installation cannot run as it stands

Which HTTP status each one answers with is written once, in `registry.api.problems`.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One broken rule: where (`probability`, `0.author`), what is wrong, and what would be right."""

    where: str
    message: str
    suggestions: tuple[str, ...] = ()


class RegistryError(Exception):
    """Base of every error that the registry raises on purpose.

    `detail` says what went wrong and what to do, in one or two sentences for a person.
    """

    def __init__(self, detail: str, faults: Sequence[Fault] = ()) -> None:
        super().__init__(detail)
        self.detail = detail
        self.faults = tuple(faults)


class Invalid(RegistryError):
    """A value breaks a rule."""


class UnknownAuthor(Invalid):
    """One or more names that no author or alias carries."""


class NoArticle(Invalid):
    """A page or file without a readable article."""


class NotAuthenticated(RegistryError):
    """No key was given, or it is not one of ours, or it was revoked."""


class NotAllowed(RegistryError):
    """The key's person lacks the role that this act asks for."""


class Missing(RegistryError):
    """Nothing stands under the given id or name."""


class Conflict(RegistryError):
    """The act clashes with what is already recorded."""


class Stale(RegistryError):
    """The thing was changed since the caller last read it."""


class TooLarge(RegistryError):
    """More than the registry takes in one piece."""


class Unreachable(RegistryError):
    """An address that could not be read."""


class Blocked(Unreachable):
    """An address that the registry refuses to open, such as one inside a private network."""


class Undeliverable(Unreachable):
    """A receiver that refuses a message for good; to send it again would be of no use."""


class Unwanted(Undeliverable):
    """A receiver that wants no message any more."""


class Unready(RegistryError):
    """The installation cannot run as it stands: database too new, directory read-only, port in use."""
