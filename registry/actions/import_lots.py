"""From rows of an import to rows of tables, as plain values: the same as recording and judging one by one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from registry.actions.acting import Actor
from registry.actions.import_events import event_of
from registry.actions.linking import Links
from registry.actions.preparing_predictions import values_of_new
from registry.actions.scoring import score_values
from registry.domain.due import day_of, is_late, zone_named
from registry.domain.judging import outcome_value
from registry.domain.vocabulary import Kind, Outcome
from registry.schemas.imports import Entry, ImportRow
from registry.schemas.judgements import JudgementNew
from registry.storage.bulk import Bound, bound, defaults_of, in_json
from registry.storage.rollups import Addition, addition
from registry.storage.tables import (
    EventRow,
    EventTextRow,
    JudgementRow,
    MentionRow,
    PredictionRow,
    ScoreRow,
    TagRow,
)
from registry.storage.tables.registered import new_written_id

TABLES = (PredictionRow, MentionRow, TagRow, JudgementRow, ScoreRow, EventRow, EventTextRow)
"""In the order in which they refer to each other."""

_PREDICTION, _MENTION, _JUDGEMENT = (defaults_of(row) for row in (PredictionRow, MentionRow, JudgementRow))

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What all rows of an import share: who takes in what and when, and the ids behind the names in the file.

    `known` are the authors who may have something on record, `collection` the one for rows that name none, and
    `dialect` the kind of database that the rows are for.
    """

    actor: Actor
    now: datetime
    zone: str
    batch_id: UUID
    batch_name: str
    links: Links
    known: frozenset[UUID]
    collection: str | None
    dialect: str


@dataclass(slots=True)
class Lot:
    """Rows of each table that go in together, and what their predictions add to the sums of records.

    `of` tells for each row of each table which of the lot's predictions it belongs to.
    """

    shared: Circumstances
    rows: dict[type, list[Values]] = field(default_factory=lambda: {table: [] for table in TABLES})
    of: dict[type, list[int]] = field(default_factory=lambda: {table: [] for table in TABLES})
    additions: list[Addition] = field(default_factory=list)
    _told: Values = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Write down once what every event tells."""
        actor = self.shared.actor
        self._told = in_json({"at": self.shared.now, "person_id": actor.person_id, "key_id": actor.key_id})

    def add(self, row: ImportRow, key: str) -> None:
        """Add the prediction of a row without faults, with its places, tags, verdict, score and events."""
        new, shared, entry = row.prediction, self.shared, row.entry
        if new is None:
            raise ValueError(f"line {row.line} holds no prediction")
        prediction = _PREDICTION | values_of_new(new, shared.links, shared.actor, shared.zone, shared.now, key)
        prediction |= {"id": new_written_id(), "import_batch_id": shared.batch_id}
        if entry is not None:
            _enter(prediction, entry)
        written = in_json(prediction)
        self._tell("recorded", "prediction", written | {"tags": sorted(set(new.tags))})
        for mention in new.mentions:
            self._add_mention(prediction, mention.__dict__)
        for tag in set(new.tags):
            self._keep(TagRow, {"prediction_id": prediction["id"], "name": tag})
        if row.judgement is not None:
            settled = self._judge(prediction, row.judgement, entry is not None and entry.known_on_inferred)
            prediction |= settled
            written |= in_json(settled)
        self._keep(PredictionRow, written)
        self.additions.append(addition(SimpleNamespace(**prediction), set(new.tags)))

    def bound(self) -> dict[type, list[Bound]]:
        """The rows as the driver of the database takes them."""
        return {table: bound(table, rows, self.shared.dialect) for table, rows in self.rows.items()}

    def _keep(self, table: type, row: Values) -> None:
        self.rows[table].append(row)
        self.of[table].append(len(self.additions))

    def _add_mention(self, prediction: Values, fields: Mapping[str, Any]) -> None:
        more = {
            "id": new_written_id(),
            "prediction_id": prediction["id"],
            "entered_by_id": self.shared.actor.required_id,
            "created_at": self.shared.now,
        }
        mention = in_json({**_MENTION, **fields, **more})
        self._keep(MentionRow, mention)
        self._tell("mentioned", "mention", mention)

    def _judge(self, prediction: Values, verdict: JudgementNew, known_on_inferred: bool) -> Values:
        """Add the verdict with its score; what it settles of the prediction."""
        shared = self.shared
        more = {
            "id": new_written_id(),
            "prediction_id": prediction["id"],
            "person_id": shared.actor.required_id,
            "import_batch_id": shared.batch_id,
            "created_at": shared.now,
            "known_on_inferred": known_on_inferred,
        }
        if verdict.known_on is None:
            today = day_of(shared.now, zone_named(prediction["time_zone"]))
            more |= {"known_on": min(prediction["due_on"] or today, today), "known_on_inferred": True}
        judgement = {**_JUDGEMENT, **verdict.__dict__, **more}
        written = in_json(judgement)
        self._keep(JudgementRow, written)
        self._score(prediction, judgement)
        self._tell("judged", "judgement", written)
        return _settled(prediction, judgement)

    def _score(self, prediction: Values, judgement: Values) -> None:
        value = outcome_value(Outcome(judgement["outcome"]), judgement["share"])
        found = score_values(Kind(prediction["kind"]), prediction["probability"], prediction["baseline"], value)
        if found is not None:
            ids = {"prediction_id": prediction["id"], "judgement_id": judgement["id"]}
            self._keep(ScoreRow, {**ids, "created_at": self._told["at"], **found})

    def _tell(self, verb: str, noun: str, row: Mapping[str, Any]) -> None:
        event, texts = event_of(self._told | {"verb": verb}, noun, row)
        self._keep(EventRow, event)
        for text in texts:
            self._keep(EventTextRow, text)


def _enter(prediction: Values, entry: Entry) -> None:
    """Say how the prediction came on record where the file was written. The batch tells when it came here."""
    prediction |= {"extractor": entry.extractor, "extractor_version": entry.extractor_version}
    if entry.entered_at is not None:
        due_on, zone = prediction["due_on"], prediction["time_zone"]
        prediction |= {"created_at": entry.entered_at, "late": is_late(entry.entered_at, None, due_on, zone)}


def _settled(prediction: Values, judgement: Values) -> Values:
    """What a prediction gains by its only verdict."""
    known_on = judgement["known_on"]
    return {
        "outcome": judgement["outcome"],
        "share": judgement["share"],
        "annul_reason": judgement["reason"],
        "known_on": known_on,
        "late": is_late(prediction["created_at"], known_on, prediction["due_on"], prediction["time_zone"]),
        "version": prediction["version"] + 1,
    }
