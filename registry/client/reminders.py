"""Reminders, the ways in which they reach people, and calendars and feeds of what is due."""

from uuid import UUID

from registry.client.bodies import Body, at
from registry.client.exchange import Exchange
from registry.schemas.channels import Channel, ChannelWithSecret, Message
from registry.schemas.pages import Page
from registry.schemas.reminders import FeedToken, Reminder, ReminderSchedule


class ReminderMethods(Exchange):
    """Methods on reminders, schedules, channels and messages."""

    def list_reminders(self, prediction_id: UUID | str) -> list[Reminder]:
        """Who was reminded of a prediction, when, by which channels, and whether it arrived."""
        return self._read(list[Reminder], at("predictions", prediction_id, "reminders"))

    def list_schedules(self) -> list[ReminderSchedule]:
        """How often somebody is reminded, where that was set."""
        return self._read(list[ReminderSchedule], "/reminder-schedules")

    def set_schedule(self, new: Body) -> ReminderSchedule:
        """Set a schedule by a `ReminderScheduleNew`: of an author, of a collection, or of everything."""
        return self._write(ReminderSchedule, "PUT", "/reminder-schedules", new)

    def remove_schedule(self, schedule_id: UUID | str) -> None:
        """Let the next wider schedule hold again."""
        self._write(bytes, "DELETE", at("reminder-schedules", schedule_id))

    def list_channels(self) -> list[Channel]:
        """The ways in which reminders reach you."""
        return self._read(list[Channel], "/channels")

    def open_channel(self, new: Body) -> ChannelWithSecret:
        """Open a channel by a `ChannelNew`. The secret of a webhook is in this answer and never shown again."""
        return self._write(ChannelWithSecret, "POST", "/channels", new)

    def change_channel(self, channel_id: UUID | str, change: Body, *, if_version: int | None = None) -> Channel:
        """Change a channel by a `ChannelChange`; `disabled` sends nothing that way."""
        return self._write(Channel, "PATCH", at("channels", channel_id), change, if_version=if_version)

    def list_messages(
        self, *, state: str | None = None, cursor: str | None = None, limit: int | None = None
    ) -> Page[Message]:
        """A page of messages to you, the latest first; admins see everyone's."""
        return self._read(Page[Message], "/messages", state=state, cursor=cursor, limit=limit)

    def try_message_again(self, message_id: UUID | str) -> Message:
        """Deliver a message with the next run of the scheduler that was given up, or waits."""
        return self._write(Message, "POST", at("messages", message_id, "retry"))

    def make_feed_token(self) -> FeedToken:
        """Make addresses of a calendar and a feed that need no key; earlier ones stop working."""
        return self._write(FeedToken, "POST", "/feed-token")

    def revoke_feed_token(self) -> None:
        """Close the addresses of your calendar and feed."""
        self._write(bytes, "DELETE", "/feed-token")

    def read_calendar(self, token: str) -> bytes:
        """What is due and falls due within a year, as iCalendar."""
        return self._read(bytes, "/due.ics", token=token)

    def read_feed(self, token: str) -> bytes:
        """What can be judged now, as an Atom feed."""
        return self._read(bytes, "/due.atom", token=token)
