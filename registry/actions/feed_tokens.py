"""Tokens that open a person's calendar and feed, and nothing else."""

from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col

from registry.actions.acting import Actor
from registry.domain.keys import make_key
from registry.storage.tables import FeedTokenRow


def make_token(session: Session, actor: Actor, *, random: bytes, now: datetime) -> str:
    """A new token; the one before is refused from now on. It is kept nowhere.

    `random` is `registry.domain.keys.RANDOM_BYTES` random bytes.
    """
    revoke_token(session, actor, now=now)
    made = make_key(random)
    session.add(FeedTokenRow(person_id=actor.required_id, prefix=made.prefix, digest=made.digest, created_at=now))
    session.flush()
    return made.secret


def revoke_token(session: Session, actor: Actor, *, now: datetime) -> None:
    """Refuse the person's token from now on, if they have one."""
    session.execute(
        update(FeedTokenRow)
        .where(col(FeedTokenRow.person_id) == actor.required_id, col(FeedTokenRow.revoked_at).is_(None))
        .values(revoked_at=now)
    )
