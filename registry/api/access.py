"""Which role each route asks for: the one place where rights are decided.

Paths stand here without the prefix `/api/v1`. None means that no key is needed. A route that is missing
from the table keeps the API from starting, so nothing is ever open by oversight.
"""

from collections.abc import Iterable

from registry.actions.acting import Actor
from registry.domain.errors import NotAllowed
from registry.domain.vocabulary import Role

ROLE_NEEDED: dict[tuple[str, str], Role | None] = {
    ("GET", "/health"): None,
    ("GET", "/me"): Role.reader,
    ("GET", "/persons"): Role.logger,
    ("POST", "/persons"): Role.admin,
    ("GET", "/persons/{person_id}"): Role.logger,
    ("PATCH", "/persons/{person_id}"): Role.admin,
    ("GET", "/persons/{person_id}/keys"): Role.admin,
    ("POST", "/persons/{person_id}/keys"): Role.admin,
    ("POST", "/keys/{key_id}/revoke"): Role.admin,
    ("GET", "/articles"): Role.reader,
    ("POST", "/articles"): Role.logger,
    ("POST", "/articles/file"): Role.logger,
    ("GET", "/articles/{article_id}"): Role.reader,
    ("PATCH", "/articles/{article_id}"): Role.logger,
    ("GET", "/articles/{article_id}/candidates"): Role.reader,
    ("POST", "/articles/{article_id}/candidates"): Role.logger,
    ("GET", "/candidates"): Role.reader,
    ("POST", "/candidates/reject"): Role.logger,
    ("GET", "/candidates/{candidate_id}"): Role.reader,
    ("POST", "/candidates/{candidate_id}/accept"): Role.logger,
    ("POST", "/candidates/{candidate_id}/reject"): Role.logger,
    ("POST", "/candidates/{candidate_id}/reopen"): Role.logger,
    ("GET", "/authors"): Role.reader,
    ("POST", "/authors"): Role.logger,
    ("GET", "/authors/{slug}"): Role.reader,
    ("PATCH", "/authors/{slug}"): Role.logger,
    ("GET", "/authors/{slug}/aliases"): Role.reader,
    ("POST", "/authors/{slug}/aliases"): Role.logger,
    ("DELETE", "/authors/{slug}/aliases"): Role.logger,
    ("POST", "/authors/{slug}/merge"): Role.judge,
    ("POST", "/authors/{slug}/unmerge"): Role.judge,
    ("GET", "/questions"): Role.reader,
    ("POST", "/questions"): Role.logger,
    ("GET", "/questions/{at}"): Role.reader,
    ("PATCH", "/questions/{at}"): Role.logger,
    ("GET", "/collections"): Role.reader,
    ("POST", "/collections"): Role.logger,
    ("GET", "/collections/{slug}"): Role.reader,
    ("PATCH", "/collections/{slug}"): Role.logger,
    ("GET", "/events"): Role.reader,
    ("GET", "/predictions/{prediction_id}/history"): Role.reader,
    ("GET", "/predictions"): Role.reader,
    ("GET", "/predictions/count"): Role.reader,
    ("POST", "/predictions"): Role.logger,
    ("POST", "/predictions/batch"): Role.logger,
    ("GET", "/predictions/{prediction_id}"): Role.reader,
    ("PATCH", "/predictions/{prediction_id}"): Role.logger,
    ("POST", "/predictions/{prediction_id}/withdraw"): Role.logger,
    ("POST", "/predictions/{prediction_id}/snooze"): Role.judge,
    ("GET", "/predictions/{prediction_id}/mentions"): Role.reader,
    ("POST", "/predictions/{prediction_id}/mentions"): Role.logger,
    ("GET", "/predictions/{prediction_id}/judgements"): Role.reader,
    ("POST", "/predictions/{prediction_id}/judgements"): Role.judge,
    ("POST", "/judgements/{judgement_id}/retract"): Role.judge,
    ("POST", "/questions/{at}/judgements"): Role.judge,
    ("GET", "/due"): Role.reader,
    ("GET", "/repeats"): Role.reader,
    ("GET", "/hedges"): Role.reader,
    ("GET", "/authors/{slug}/track-record"): Role.reader,
    ("GET", "/authors/{slug}/resolved"): Role.reader,
    ("GET", "/leaderboard"): Role.reader,
    ("GET", "/comparison"): Role.reader,
    ("GET", "/export"): Role.reader,
    ("POST", "/import"): Role.judge,
    ("GET", "/predictions/{prediction_id}/reminders"): Role.reader,
    ("GET", "/reminder-schedules"): Role.reader,
    ("PUT", "/reminder-schedules"): Role.judge,
    ("DELETE", "/reminder-schedules/{schedule_id}"): Role.judge,
    ("GET", "/channels"): Role.logger,
    ("POST", "/channels"): Role.logger,
    ("PATCH", "/channels/{channel_id}"): Role.logger,
    ("GET", "/messages"): Role.logger,
    ("POST", "/messages/{message_id}/retry"): Role.logger,
    ("POST", "/feed-token"): Role.reader,
    ("DELETE", "/feed-token"): Role.reader,
    ("GET", "/sources"): Role.reader,
    ("POST", "/sources"): Role.logger,
    ("GET", "/sources/opml"): Role.reader,
    ("POST", "/sources/opml"): Role.logger,
    ("GET", "/sources/{source_id}"): Role.reader,
    ("PATCH", "/sources/{source_id}"): Role.logger,
    ("POST", "/sources/{source_id}/poll"): Role.logger,
    ("GET", "/sources/{source_id}/entries"): Role.reader,
    ("GET", "/due.ics"): None,
    ("GET", "/due.atom"): None,
}


def check_complete(routes: Iterable[tuple[str, str]]) -> None:
    """Raise LookupError where a route has no line in the table."""
    missing = sorted(set(routes) - ROLE_NEEDED.keys())
    if missing:
        raise LookupError(f"these routes have no role in registry.api.access: {missing}")


def authorise(actor: Actor, needed: Role) -> None:
    """Raise NotAllowed where the actor's role does not reach the one that is needed."""
    if actor.role.rank < needed.rank:
        raise NotAllowed(
            f"This needs the role {needed}; {actor.name} acts as {actor.role}. Ask an admin for a key with that right."
        )
