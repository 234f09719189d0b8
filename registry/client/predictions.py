"""Predictions: recorded, listed, corrected, withdrawn, put off, and where they were said."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from registry.client.bodies import Body, at
from registry.client.exchange import Exchange
from registry.schemas.events import Event
from registry.schemas.filters import PredictionCount
from registry.schemas.hedges import HedgeRead
from registry.schemas.mentions import Mention
from registry.schemas.pages import Page
from registry.schemas.predictions import BatchReport, Prediction, PredictionDetail
from registry.schemas.repeats import Repeat


class PredictionMethods(Exchange):
    """Methods on predictions. `if_version` refuses a change (Stale) if someone was quicker."""

    def list_predictions(
        self, wanted: Body | None = None, *, cursor: str | None = None, limit: int | None = None
    ) -> Page[Prediction]:
        """A page of what a `PredictionFilter` lets through; `limit` is at most 200."""
        return self._read(Page[Prediction], "/predictions", wanted, cursor=cursor, limit=limit)

    def iter_predictions(self, wanted: Body | None = None, *, page_size: int = 200) -> Iterator[Prediction]:
        """Everything that a `PredictionFilter` lets through, read page by page."""
        return self._pages(lambda cursor: self.list_predictions(wanted, cursor=cursor, limit=page_size))

    def count_predictions(self, wanted: Body | None = None) -> int:
        """How many predictions a `PredictionNarrowing` lets through."""
        return self._read(PredictionCount, "/predictions/count", wanted).n

    def record_prediction(self, new: Body, *, idempotency_key: str | None = None) -> Prediction:
        """Put a `PredictionNew` on record."""
        return self._write(Prediction, "POST", "/predictions", new, idempotency_key=idempotency_key)

    def record_predictions(
        self, new: Sequence[Body], *, new_authors: str | None = None, dry_run: bool = False
    ) -> BatchReport:
        """Put up to 1,000 on record, all or none. A dry run reports every fault and records nothing."""
        body = {"predictions": list(new), **({"new_authors": new_authors} if new_authors else {})}
        return self._write(BatchReport, "POST", "/predictions/batch", body, params={"dry_run": dry_run})

    def read_prediction(self, prediction_id: UUID | str) -> PredictionDetail:
        """One prediction with its mentions and judgements."""
        return self._read(PredictionDetail, at("predictions", prediction_id))

    def correct_prediction(
        self, prediction_id: UUID | str, change: Body, *, if_version: int | None = None
    ) -> Prediction:
        """Correct what was entered wrongly, by a `PredictionChange`."""
        path = at("predictions", prediction_id)
        return self._write(Prediction, "PATCH", path, change, if_version=if_version)

    def withdraw_prediction(
        self, prediction_id: UUID | str, reason: str, *, if_version: int | None = None
    ) -> Prediction:
        """Take it off the record; a tombstone with the reason stays."""
        path = at("predictions", prediction_id, "withdraw")
        return self._write(Prediction, "POST", path, {"reason": reason}, if_version=if_version)

    def snooze_prediction(
        self, prediction_id: UUID | str, snooze: Body, *, if_version: int | None = None
    ) -> Prediction:
        """Too early to tell: a `Snooze` says until when, and why."""
        path = at("predictions", prediction_id, "snooze")
        return self._write(Prediction, "POST", path, snooze, if_version=if_version)

    def list_repeats(self, claim: Body) -> list[Repeat]:
        """Predictions on record that a claim (a `ClaimAsked`) restates, changes or contradicts, the likest first."""
        return self._read(list[Repeat], "/repeats", claim)

    def read_hedge(self, words: str, language: str | None = None) -> HedgeRead:
        """How sure an author's words are of what they say, as the hedge table reads them."""
        return self._read(HedgeRead, "/hedges", words=words, language=language)

    def list_mentions(self, prediction_id: UUID | str) -> list[Mention]:
        """Where it was said, in the order in which the places were entered."""
        return self._read(list[Mention], at("predictions", prediction_id, "mentions"))

    def add_mention(self, prediction_id: UUID | str, new: Body) -> Mention:
        """Add a place by a `MentionNew`: a repetition, or a better source."""
        return self._write(Mention, "POST", at("predictions", prediction_id, "mentions"), new)

    def read_history(self, prediction_id: UUID | str) -> Page[Event]:
        """All that happened to a prediction, its mentions and judgements, the oldest first."""
        return self._read(Page[Event], at("predictions", prediction_id, "history"))
