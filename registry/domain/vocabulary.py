"""The closed lists of words that a prediction's life is told in.

They are stored as plain strings with CHECK constraints, so a new word needs a migration and nothing else.
"""

from enum import StrEnum


class Role(StrEnum):
    """What a person may do. Each role has the rights of those before it."""

    reader = "reader"
    logger = "logger"
    judge = "judge"
    admin = "admin"

    @property
    def rank(self) -> int:
        """Position in the order reader < logger < judge < admin, from 0."""
        return list(Role).index(self)


class AuthorKind(StrEnum):
    """Who makes predictions."""

    person = "person"
    organisation = "organisation"
    group = "group"


class Kind(StrEnum):
    """Forecast, conditional on something else, or an actor's own plan (which is never scored)."""

    forecast = "forecast"
    conditional = "conditional"
    announcement = "announcement"


class Extractor(StrEnum):
    """Who looks for predictions in an article: the offline rules, or a language model with the rules beside it."""

    rules = "rules"
    model = "model"


class Grade(StrEnum):
    """How checkable a statement is: event and deadline, event without deadline, or neither."""

    sharp = "sharp"
    soft = "soft"
    vague = "vague"


class Polarity(StrEnum):
    """Whether the wording says that something will or will not happen. Enters no formula."""

    yes = "yes"
    no = "no"


class ProbabilityBasis(StrEnum):
    """Where a probability comes from: a number in the text, the hedge table, or a reviewer's reading."""

    stated = "stated"
    hedged = "hedged"
    assumed = "assumed"


class MadeOnBasis(StrEnum):
    """How the day on which something was said is known."""

    printed = "printed"
    fetched = "fetched"
    archived = "archived"
    imported = "import"
    entered = "entered"


class Status(StrEnum):
    """Where a prediction stands; derived from facts and the time, never edited."""

    open = "open"
    due = "due"
    resolved = "resolved"
    withdrawn = "withdrawn"


class Urgency(StrEnum):
    """How pressing an unresolved prediction is."""

    later = "later"
    soon = "soon"
    due = "due"
    overdue = "overdue"


class JudgementRole(StrEnum):
    """A first verdict, an independent second one, or the decision between unlike ones."""

    verdict = "verdict"
    second = "second"
    decision = "decision"


class Outcome(StrEnum):
    """What happened, as seen from the statement as worded."""

    yes = "yes"
    no = "no"
    partly = "partly"
    ambiguous = "ambiguous"
    annulled = "annulled"


class AnnulReason(StrEnum):
    """Why a prediction is not judged by what happened."""

    condition_not_met = "condition_not_met"
    event_cancelled = "event_cancelled"
    unverifiable = "unverifiable"
    source_lost = "source_lost"
    entered_in_error = "entered_in_error"


class CandidateState(StrEnum):
    """Where a candidate stands in the inbox."""

    waiting = "waiting"
    accepted = "accepted"
    rejected = "rejected"


class ChannelKind(StrEnum):
    """How a person is reached."""

    log = "log"
    email = "email"
    webhook = "webhook"


class MessageState(StrEnum):
    """Where a message stands: not yet delivered, delivered, given up after many attempts, or not needed."""

    waiting = "waiting"
    sent = "sent"
    failed = "failed"
    dropped = "dropped"


class SourceKind(StrEnum):
    """What is watched for new articles: a feed (RSS, Atom), or a page that lists an author's articles."""

    feed = "feed"
    page = "page"
