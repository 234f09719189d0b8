"""A message to deliver in tests."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from registry.domain.messages import Outgoing
from registry.domain.vocabulary import ChannelKind

AT = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)

MESSAGE = Outgoing(
    id=UUID("0190a000-0000-7000-8000-000000000001"),
    kind=ChannelKind.log,
    recipient="Ada Editor",
    address=None,
    secret=None,
    subject="2 Vorhersagen sind fällig",
    body="Guten Tag,\n\nwas ist geschehen?\n",
    content='{"type":"reminders.due","data":{"n":"fällig"}}',
    created_at=AT,
    attempted_at=AT,
)


def outgoing(**fields: Any) -> Outgoing:
    """A sound message, with other fields where given."""
    return replace(MESSAGE, **fields)
