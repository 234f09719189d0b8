"""Events of channels. Where a channel leads, and its secret, are nobody's business but its owner's."""

from datetime import datetime

from sqlmodel import Session

from registry.actions.acting import Actor
from registry.actions.writing_events import write_event
from registry.storage import channels as stored
from registry.storage.tables import ChannelRow


def write_channel_event(session: Session, actor: Actor, verb: str, row: ChannelRow, now: datetime) -> None:
    """Append the event that `actor` did `verb` to the channel, without its address."""
    shown = stored.present(session, [row])[0].model_copy(update={"address": None})
    write_event(session, actor, verb, "channel", shown, now)
