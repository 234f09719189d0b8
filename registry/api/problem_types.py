"""The kinds of problem that the API answers with, each with its status and what to do about it."""

from dataclasses import dataclass

from registry.domain import errors


@dataclass(frozen=True, slots=True)
class ProblemType:
    """One kind of problem. `slug` ends its address, `/problems/<slug>`, and never changes."""

    slug: str
    status: int
    title: str
    advice: str

    @property
    def address(self) -> str:
        """The relative reference that stands in `type`."""
        return f"/problems/{self.slug}"


MALFORMED = ProblemType(
    "malformed",
    400,
    "The request cannot be read",
    "Send JSON in UTF-8 with `Content-Type: application/json`.",
)
WRONG_METHOD = ProblemType(
    "wrong-method",
    405,
    "This address does not take that method",
    "Use one of the methods that `Allow` lists.",
)
UNEXPECTED = ProblemType(
    "unexpected",
    500,
    "The registry failed",
    "Nothing was changed. Tell whoever runs it the `reference`, which stands in the log beside the cause.",
)

OF_ERROR: dict[type[errors.RegistryError], ProblemType] = {
    errors.Invalid: ProblemType(
        "invalid",
        422,
        "A value breaks a rule",
        "`errors` names each value and what would be right; mend them all and resend.",
    ),
    errors.UnknownAuthor: ProblemType(
        "unknown-author",
        422,
        "No author has that name",
        'Take a name from `suggestions`, or send `"new_authors": "create"` if the author is new.',
    ),
    errors.NoArticle: ProblemType(
        "no-article",
        422,
        "There is no article",
        "Nothing readable was found; send the text itself as `text`.",
    ),
    errors.NotAuthenticated: ProblemType(
        "not-authenticated",
        401,
        "A key is needed",
        "Send `Authorization: Bearer KEY` with a key that was not revoked.",
    ),
    errors.NotAllowed: ProblemType(
        "not-allowed",
        403,
        "The key may not do this",
        "Ask an admin for a key of a person with the role that is needed.",
    ),
    errors.Missing: ProblemType("missing", 404, "There is no such thing", "Check the id or name in the address."),
    errors.Conflict: ProblemType(
        "conflict",
        409,
        "It clashes with what is on record",
        "Read what is recorded, decide what should hold, and resend.",
    ),
    errors.Stale: ProblemType(
        "stale",
        412,
        "It was changed since you read it",
        "Read it again and resend with the new `ETag` in `If-Match`.",
    ),
    errors.TooLarge: ProblemType("too-large", 413, "Too much at once", "Send it in smaller parts."),
    errors.Unreachable: ProblemType(
        "unreachable", 502, "The address gave no answer", "Try again later, or send the text itself."
    ),
    errors.Blocked: ProblemType(
        "blocked",
        422,
        "The registry does not open that address",
        "Only public http and https addresses on ports 80 and 443 are opened; send the text itself.",
    ),
    errors.Unready: ProblemType(
        "unready",
        503,
        "The registry cannot answer now",
        "Try again after the seconds that `Retry-After` names.",
    ),
}

ALL = (MALFORMED, WRONG_METHOD, UNEXPECTED, *OF_ERROR.values())
"""Every kind, each once."""


def type_of(error: errors.RegistryError) -> ProblemType:
    """The kind of an error: that of its class, or of the nearest ancestor in the table."""
    return next(OF_ERROR[kind] for kind in type(error).__mro__ if kind in OF_ERROR)
