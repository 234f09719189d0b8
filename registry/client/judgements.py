"""Judgements, and what waits for them."""

from collections.abc import Iterator
from uuid import UUID

from registry.client.bodies import Body, at
from registry.client.exchange import Exchange
from registry.schemas.due import DueList
from registry.schemas.judgements import Judgement
from registry.schemas.predictions import Prediction


class JudgementMethods(Exchange):
    """Methods on judgements, which are never edited: retract, and judge again."""

    def list_judgements(self, prediction_id: UUID | str) -> list[Judgement]:
        """Every judgement ever given of a prediction, the oldest first, retracted ones included."""
        return self._read(list[Judgement], at("predictions", prediction_id, "judgements"))

    def judge_prediction(self, prediction_id: UUID | str, new: Body, *, if_version: int | None = None) -> Judgement:
        """Record by a `JudgementNew` what happened, with evidence."""
        path = at("predictions", prediction_id, "judgements")
        return self._write(Judgement, "POST", path, new, if_version=if_version)

    def judge_predictions_of_question(self, question: UUID | str, new: Body) -> list[Judgement]:
        """Judge every unresolved prediction on a question by one finding, each in its own sense."""
        return self._write(list[Judgement], "POST", at("questions", question, "judgements"), new)

    def retract_judgement(self, judgement_id: UUID | str, reason: str) -> Judgement:
        """Take back a judgement of your own; admins may take back any."""
        path = at("judgements", judgement_id, "retract")
        return self._write(Judgement, "POST", path, {"reason": reason})

    def list_due(
        self,
        *,
        urgency: str | None = None,
        collection: str | None = None,
        author: str | None = None,
        assignee: str | None = None,
        cursor: str | None = None,
        limit: int | None = None,
    ) -> DueList:
        """A page of what can be judged now, the longest due first, and counts of all that waits."""
        return self._read(
            DueList,
            "/due",
            urgency=urgency,
            collection=collection,
            author=author,
            assignee=assignee,
            cursor=cursor,
            limit=limit,
        )

    def iter_due(
        self, *, urgency: str | None = None, collection: str | None = None, page_size: int = 200
    ) -> Iterator[Prediction]:
        """Everything that can be judged now, the longest due first, read page by page."""
        cursor = None
        while True:
            due = self.list_due(urgency=urgency, collection=collection, cursor=cursor, limit=page_size)
            yield from due.items
            cursor = due.next_cursor
            if cursor is None:
                return
