"""What a reminder says, in plain text and as data. The words are an argument; they stand in the lexicon."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from registry.domain.vocabulary import ChannelKind

LISTED = 50
"""How many predictions a message names; the others are counted."""

LONGEST_STATEMENT = 300
FEW = 2
INVISIBLE = ("Cc", "Cf", "Cs", "Zl", "Zp")


@dataclass(frozen=True, slots=True)
class Item:
    """A prediction that somebody is reminded of.

    `stage` is the name of the stage reached, `due_on` the last day of its window or its review day. `dated`
    tells the two apart. `days_left` counts the reader's days until it falls due, from the one on which the
    message is written; None once it has. `annul` and `final` tell that annulment is proposed, that a verdict
    is demanded.
    """

    id: str
    author: str
    statement: str
    due_on: date
    due_round: int
    stage: str
    link: str
    days_left: int | None = None
    dated: bool = True
    annul: bool = False
    final: bool = False

    @property
    def is_due(self) -> bool:
        """Whether it can be judged now."""
        return self.days_left is None


@dataclass(frozen=True, slots=True)
class Words:
    """The phrases of one language by name, and how it writes a day (as `strftime` has it)."""

    phrases: Mapping[str, str]
    day: str

    def say(self, phrase: str, /, **values: object) -> str:
        """A phrase by its name, with its gaps filled."""
        return self.phrases[phrase].format(**values)


@dataclass(frozen=True, slots=True)
class Text:
    """A message: one line of subject, and a body of plain text."""

    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message to deliver, with all that a notifier needs.

    `id` is the key by which a receiver knows a repetition, `content` the JSON for programs, if any.
    """

    id: UUID
    kind: ChannelKind
    recipient: str
    address: str | None
    secret: str | None
    subject: str
    body: str
    content: str | None
    created_at: datetime
    attempted_at: datetime


def reminder_text(items: Sequence[Item], words: Words, *, name: str, overview: str) -> Text:
    """The message that reminds `name` of `items`; `overview` is where all that is due is listed."""
    due = [item for item in items if item.is_due]
    soon = [item for item in items if not item.is_due]
    parts = [words.say("greeting", name=one_line(name))]
    for heading, listed in (("due_heading", due), ("soon_heading", soon)):
        if listed:
            parts.append(words.say(heading, n=len(listed)))
            parts += [_entry(item, words) for item in listed[:LISTED]]
        if len(listed) > LISTED:
            parts.append(words.say("more", n=len(listed) - LISTED, link=overview))
    parts.append(words.say("closing", link=overview))
    return Text(_subject(due, soon, words), "\n\n".join(parts) + "\n")


def notice_text(words: Words, *, name: str, address: str, reason: str) -> Text:
    """The message that tells `name` that the channel to `address` was switched off."""
    body = words.say("channel_off", name=one_line(name), address=one_line(address), reason=one_line(reason))
    return Text(words.say("channel_off_subject"), body)


def reminder_data(items: Sequence[Item], text: Text, *, name: str, language: str, now: datetime) -> dict[str, Any]:
    """The same for programs: `type`, `timestamp` and `data`, as Standard Webhooks asks."""
    predictions = [
        {
            "id": item.id,
            "author": item.author,
            "statement": item.statement,
            "due_on": item.due_on.isoformat(),
            "due_round": item.due_round,
            "stage": item.stage,
            "link": item.link,
            "annulment_proposed": item.annul,
            "verdict_demanded": item.final,
        }
        for item in items
    ]
    data = {"recipient": name, "language": language, "subject": text.subject, "predictions": predictions}
    return {"type": "reminders.due", "timestamp": now.isoformat(), "data": data}


def one_line(text: str, most: int = LONGEST_STATEMENT) -> str:
    """The text on one line, without invisible characters that could forge lines or turn its direction."""
    spaced = "".join(" " if unicodedata.category(sign) in INVISIBLE else sign for sign in text)
    folded = " ".join(spaced.split())
    return folded if len(folded) <= most else folded[: most - 1].rstrip() + "…"


def _subject(due: Sequence[Item], soon: Sequence[Item], words: Words) -> str:
    listed, kind = (due, "due") if due else (soon, "soon")
    if len(listed) == 1:
        return words.say(f"{kind}_subject_one", author=one_line(listed[0].author, 100))
    return words.say(f"{kind}_subject", n=len(listed))


def _entry(item: Item, words: Words) -> str:
    told = words.say(
        _when(item),
        day=item.due_on.strftime(words.day),
        left=_counted("left", item.days_left or 0, words),
        passed=_counted("passed", int(item.stage.removeprefix("after-")) if _is_again(item) else 0, words),
    )
    return "\n  ".join([f"* {one_line(item.author, 200)}: {one_line(item.statement)}", told, item.link])


def _counted(phrase: str, n: int, words: Words) -> str:
    """A number of days as people say it: some languages have words of their own for none and for one."""
    return words.say(f"{phrase}_{n}" if n < FEW else f"{phrase}_more", n=n)


def _is_again(item: Item) -> bool:
    return item.stage.startswith("after-")


def _when(item: Item) -> str:
    if item.annul:
        return "annul"
    if item.final:
        return "final"
    if not item.dated:
        return "review" if item.is_due else "review_before"
    if not item.is_due:
        return "before"
    return "after" if _is_again(item) else "due"
