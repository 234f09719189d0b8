"""From rows of an import to rows of tables, as plain values: the same as recording and judging one by one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import SimpleNamespace
from typing import Any

from sqlmodel import Session

from registry.actions.acting import Actor
from registry.actions.import_events import event_of
from registry.actions.linking import Links
from registry.actions.preparing_predictions import values_of_new
from registry.actions.scoring import score_values
from registry.domain.due import day_of, is_late, zone_named
from registry.domain.judging import outcome_value
from registry.domain.vocabulary import Kind, Outcome
from registry.schemas.imports import Entry, ImportReport
from registry.schemas.judgements import JudgementNew
from registry.schemas.predictions import PredictionNew
from registry.storage.bulk import defaults_of, insert_all
from registry.storage.rollups import Addition, addition
from registry.storage.tables import (
    EventRow,
    EventTextRow,
    ImportBatchRow,
    JudgementRow,
    MentionRow,
    PredictionRow,
    ScoreRow,
    TagRow,
)
from registry.storage.tables.registered import new_id

TABLES = (PredictionRow, MentionRow, TagRow, JudgementRow, ScoreRow, EventRow, EventTextRow)
"""In the order in which they refer to each other."""

_PREDICTION, _MENTION, _JUDGEMENT = (defaults_of(row) for row in (PredictionRow, MentionRow, JudgementRow))

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What all rows of an import share."""

    actor: Actor
    now: datetime
    zone: str
    batch: ImportBatchRow


@dataclass(slots=True)
class Lot:
    """Rows of each table that go in together, and what their predictions add to the sums of records."""

    shared: Circumstances
    rows: dict[type, list[Values]] = field(default_factory=lambda: {table: [] for table in TABLES})
    additions: list[Addition] = field(default_factory=list)

    def add(self, new: PredictionNew, verdict: JudgementNew | None, links: Links, entry: Entry | None = None) -> None:
        """Add a prediction without faults, with its places, tags, verdict, score and events."""
        shared = self.shared
        prediction = _PREDICTION | values_of_new(new, links, shared.actor, shared.zone, shared.now)
        prediction |= {"id": new_id(), "import_batch_id": shared.batch.id}
        if entry is not None:
            _enter(prediction, entry)
        self._tell("recorded", "prediction", prediction, {"tags": sorted(set(new.tags))})
        for mention in new.mentions:
            self._add_mention(prediction, mention.model_dump())
        self.rows[TagRow] += [{"prediction_id": prediction["id"], "name": tag} for tag in set(new.tags)]
        if verdict is not None:
            self._judge(prediction, verdict, entry is not None and entry.known_on_inferred)
        self.rows[PredictionRow].append(prediction)
        self.additions.append(addition(SimpleNamespace(**prediction), set(new.tags)))

    def store(self, session: Session) -> None:
        """Write everything, table by table."""
        for table, rows in self.rows.items():
            insert_all(session, table, rows)

    def count_into(self, report: ImportReport) -> None:
        """Add what stands in this lot to a report."""
        predictions, judgements = self.rows[PredictionRow], self.rows[JudgementRow]
        report.n_created += len(predictions)
        report.n_judged += len(judgements)
        report.n_scored += len(self.rows[ScoreRow])
        report.n_without_criteria += sum(row["criteria_missing"] for row in predictions)
        report.n_known_on_inferred += sum(row["known_on_inferred"] for row in judgements)

    def _add_mention(self, prediction: Values, fields: Values) -> None:
        mention = _MENTION | fields
        mention |= {
            "id": new_id(),
            "prediction_id": prediction["id"],
            "entered_by_id": self.shared.actor.required_id,
            "created_at": self.shared.now,
        }
        self.rows[MentionRow].append(mention)
        self._tell("mentioned", "mention", mention, {})

    def _judge(self, prediction: Values, verdict: JudgementNew, known_on_inferred: bool) -> None:
        shared = self.shared
        judgement = _JUDGEMENT | verdict.model_dump()
        judgement |= {
            "id": new_id(),
            "prediction_id": prediction["id"],
            "person_id": shared.actor.required_id,
            "import_batch_id": shared.batch.id,
            "created_at": shared.now,
            "known_on_inferred": known_on_inferred,
        }
        if verdict.known_on is None:
            today = day_of(shared.now, zone_named(prediction["time_zone"]))
            judgement |= {"known_on": min(prediction["due_on"] or today, today), "known_on_inferred": True}
        self.rows[JudgementRow].append(judgement)
        _settle(prediction, judgement)
        self._score(prediction, judgement)
        self._tell("judged", "judgement", judgement, {})

    def _score(self, prediction: Values, judgement: Values) -> None:
        value = outcome_value(Outcome(judgement["outcome"]), judgement["share"])
        found = score_values(Kind(prediction["kind"]), prediction["probability"], prediction["baseline"], value)
        if found is not None:
            ids = {"prediction_id": prediction["id"], "judgement_id": judgement["id"]}
            self.rows[ScoreRow].append({**ids, "created_at": self.shared.now, **found})

    def _tell(self, verb: str, noun: str, row: Values, more: Mapping[str, Any]) -> None:
        event, texts = event_of(self.shared.actor, verb, noun, row, more, self.shared.now)
        self.rows[EventRow].append(event)
        self.rows[EventTextRow] += texts


def _enter(prediction: Values, entry: Entry) -> None:
    """Say how the prediction came on record where the file was written. The batch tells when it came here."""
    prediction |= {"extractor": entry.extractor, "extractor_version": entry.extractor_version}
    if entry.entered_at is not None:
        due_on, zone = prediction["due_on"], prediction["time_zone"]
        prediction |= {"created_at": entry.entered_at, "late": is_late(entry.entered_at, None, due_on, zone)}


def _settle(prediction: Values, judgement: Values) -> None:
    """Give the prediction the outcome of its only verdict."""
    known_on = judgement["known_on"]
    prediction |= {
        "outcome": judgement["outcome"],
        "share": judgement["share"],
        "annul_reason": judgement["reason"],
        "known_on": known_on,
        "late": is_late(prediction["created_at"], known_on, prediction["due_on"], prediction["time_zone"]),
        "version": prediction["version"] + 1,
    }
