"""Questions: neutral wordings that join predictions about one event."""

from datetime import datetime

from sqlmodel import Session

from registry.actions.acting import Actor
from registry.actions.changing import apply_changes, changes_of
from registry.actions.clashes import clash_as_conflict
from registry.actions.versions import check_version
from registry.actions.writing_events import write_event
from registry.domain.errors import Conflict, Fault, Invalid
from registry.schemas.questions import Question, QuestionChange, QuestionFields, QuestionNew
from registry.storage import questions as stored
from registry.storage.slugs import free_slug
from registry.storage.tables import QuestionRow


def add(session: Session, actor: Actor, new: QuestionNew, *, now: datetime) -> Question:
    """Create a question; its slug is made of the wording where none is given.

    Raises Conflict if the given slug is taken, Invalid if the window ends before it begins.
    """
    _check_window(new)
    if new.slug is not None and stored.slug_is_taken(session, new.slug):
        detail = f"There is a question “{new.slug}” already. Choose another slug, or leave it out."
        raise Conflict(detail, [Fault("slug", detail)])
    slug = new.slug or free_slug(new.wording, "question", lambda slug: stored.slug_is_taken(session, slug))
    row = QuestionRow(**new.model_dump(exclude={"slug"}), slug=slug, created_at=now)
    with clash_as_conflict(f"Someone else made a question “{slug}” at the same time. Try again."):
        session.add(row)
        session.flush()
    write_event(session, actor, "added", "question", row, now)
    return stored.present(session, [row])[0]


def change(
    session: Session, actor: Actor, at: str, change: QuestionChange, *, if_version: int | None, now: datetime
) -> Question:
    """Change the question of that slug or id. Raises Missing, Stale, Invalid as `add` does."""
    row = stored.for_change(session, at)
    check_version(row, if_version, "question")
    changes = changes_of(row, change)
    if changes:
        apply_changes(row, changes)
        _check_window(row)
        row.version += 1
        write_event(session, actor, "changed", "question", row, now)
    return stored.present(session, [row])[0]


def _check_window(fields: QuestionFields) -> None:
    if fields.due_from and fields.due_on and fields.due_on < fields.due_from:
        message = f"must not be before the window begins, on {fields.due_from}"
        raise Invalid(f"due_on {message}.", [Fault("due_on", message)])
