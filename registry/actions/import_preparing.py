"""Rows of an import, checked and made ready to be stored, as far as that needs no database.

So it can be done in another process, while the one that holds the transaction stores earlier rows.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import NamedTuple

from pydantic_core import to_json

from registry.actions.import_checks import faults_of_row, said_too_late
from registry.actions.import_lots import Circumstances, Lot
from registry.actions.linking import Links, unknown_groups
from registry.actions.preparing_predictions import key_of
from registry.domain.errors import Fault
from registry.domain.peers import folded
from registry.domain.places import NOWHERE, Place
from registry.schemas.imports import ImportRow, ImportRows
from registry.schemas.judgements import JudgementFields
from registry.schemas.predictions import PredictionFields, PredictionNew
from registry.storage.bulk import Bound
from registry.storage.claims_on_record import ClaimOf, Sought
from registry.storage.rollups import Addition

_fields_of = attrgetter(*(name for name in PredictionFields.model_fields if name != "statement"))
_mention_of = attrgetter("address", "source", "quote", "archived_address", "reported_by", "outlet", "said_on")
_verdict_of = attrgetter(*JudgementFields.model_fields)


class Sound(NamedTuple):
    """A row without faults: its natural key, a digest of what it says, and what it is known again by.

    `sought` is its claim where the author may have made it before, `place` where it was said.
    """

    line: int
    key: str
    said: bytes
    sought: Sought | None
    place: Place


@dataclass(frozen=True, slots=True)
class Prepared:
    """Some rows of a file: what is wrong with them, and of the sound ones everything that is to be stored.

    `left_out` are lines that predict nothing, with the reason. `of` tells for each row of each table which of the
    sound ones it belongs to.
    """

    n_rows: int
    faults: list[Fault]
    left_out: list[tuple[int, str]]
    sound: list[Sound]
    rows: dict[type, list[Bound]]
    of: dict[type, list[int]]
    additions: list[Addition]

    def of_some(self, sound: Sequence[int]) -> dict[type, list[Bound]]:
        """The rows of some of the sound ones, given by their places."""
        if len(sound) == len(self.sound):
            return self.rows
        wanted = set(sound)
        return {
            table: [row for row, of in zip(rows, self.of[table], strict=True) if of in wanted]
            for table, rows in self.rows.items()
        }


class Preparing:
    """Prepares lots of `at_once` rows of a file by their numbers from 0, which have to grow from call to call."""

    def __init__(self, rows: ImportRows, shared: Circumstances, at_once: int) -> None:
        self._rows, self._shared, self._at_once = rows, shared, at_once
        self._unread: Iterator[tuple[int, Callable[[], list[ImportRow]]]] | None = None

    def __call__(self, number: int) -> Prepared:
        """The lot of that number, read and prepared."""
        if self._unread is None:
            self._unread = enumerate(self._rows.lots(self._at_once))
        read = next(lot for at, lot in self._unread if at == number)
        return _prepare([put_into(row, self._shared.collection) for row in read()], self._shared)


def put_into(row: ImportRow, collection: str | None) -> ImportRow:
    """The row; where it names no collection, in this one."""
    if collection is None or row.prediction is None or row.prediction.collection is not None:
        return row
    return replace(row, prediction=row.prediction.model_copy(update={"collection": collection}))


def _prepare(rows: Sequence[ImportRow], shared: Circumstances) -> Prepared:
    read = [(row.line, row.part.prediction if row.part else row.prediction) for row in rows]
    faults = unknown_groups([(f"line {line}, ", new) for line, new in read if new is not None], shared.links)
    sound, left_out, lot = [], [], Lot(shared)
    for row in rows:
        too_late = said_too_late(row)
        if too_late is not None:
            left_out.append((row.line, too_late))
            continue
        found = faults_of_row(row, shared)
        faults += found
        # Whoever is no author was named as a fault already, once for the whole file.
        if not found and row.prediction is not None and row.prediction.author in shared.links.authors:
            sound.append(_known_by(row, row.prediction, shared))
            lot.add(row, sound[-1].key)
    return Prepared(len(rows), faults, left_out, sound, lot.bound(), lot.of, lot.additions)


def _known_by(row: ImportRow, new: PredictionNew, shared: Circumstances) -> Sound:
    links = shared.links
    author_id = links.authors[new.author]
    words = folded(new.statement)
    sought = None
    if author_id in shared.known:
        claim = ClaimOf(author_id, words, new.made_on, new.due_on, new.ref)
        sought = Sought(claim, links.questions.get(new.question or ""))
    first = new.mentions[0] if new.mentions else None
    place = NOWHERE if first is None else Place(first.address, first.source)
    return Sound(row.line, key_of(new, links, shared.actor), _said(row, new, words, links), sought, place)


def _said(row: ImportRow, new: PredictionNew, words: str, links: Links) -> bytes:
    """The same for rows that say the same. A digest, since two processes hash differently."""
    verdict = row.judgement
    said = (
        _fields_of(new),
        words,
        links.authors[new.author],
        new.collection,
        new.question,
        sorted(set(new.tags)),
        [_mention_of(mention) for mention in new.mentions],
        _verdict_of(verdict) if verdict is not None else None,
    )
    return hashlib.blake2b(to_json(said), digest_size=16).digest()
