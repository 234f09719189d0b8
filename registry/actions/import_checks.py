"""What is wrong with one row of an import by itself, as far as that can be told without the database."""

from collections.abc import Iterable
from dataclasses import replace

from registry.actions.acting import Actor
from registry.actions.import_lots import Circumstances
from registry.actions.mentions import plain_mention_faults
from registry.actions.preparing_predictions import claim_and_window_faults
from registry.domain.errors import Fault
from registry.domain.judgement_rules import Draft, Evidence, Judged, judgement_faults
from registry.domain.vocabulary import AnnulReason, JudgementRole, Outcome
from registry.schemas.imports import ImportRow
from registry.schemas.judgements import JudgementNew
from registry.schemas.predictions import PredictionNew


def faults_of_row(row: ImportRow, shared: Circumstances) -> list[Fault]:
    """Every rule that the row's prediction and verdict break, each with its line and column.

    Of a row that could not be read they follow its own faults, as far as they are known.
    """
    if row.part is not None:
        known = [one for one in _own_faults(row.part.prediction, shared) if row.part.knows(one.where)]
        return [*row.faults, *_placed(known, row.line)]
    if row.prediction is None:
        return list(row.faults)
    where = f"line {row.line}, "
    faults = _placed(_own_faults(row.prediction, shared), row.line)
    if row.entry and row.entry.entered_at and row.entry.entered_at > shared.now:
        faults.append(Fault(f"{where}entered_at", f"{row.entry.entered_at} lies in the future"))
    if row.judgement is not None:
        faults += [
            Fault(f"{where}{fault.where}", fault.message)
            for fault in judgement_faults(
                _draft(row.judgement, shared.actor, shared.batch_name),
                _judged(row.prediction, shared.zone),
                (),
                shared.now,
            )
        ]
    return faults


def said_too_late(row: ImportRow) -> str | None:
    """Why a row predicts nothing: it was said after its last day, or after its outcome was known; else None."""
    if row.prediction is None:
        return None
    made_on, due_on = row.prediction.made_on, row.prediction.due_on
    known_on = row.judgement.known_on if row.judgement is not None else None
    if due_on is not None and due_on < made_on:
        return f"was said on {made_on}, after it was due on {due_on}, and predicts nothing"
    if known_on is not None and known_on < made_on:
        return f"was said on {made_on}, when its outcome had been known since {known_on}, and predicts nothing"
    return None


def _own_faults(new: PredictionNew, shared: Circumstances) -> list[Fault]:
    # A mention of a file names no stored article.
    places = [fault for one in new.mentions for fault in plain_mention_faults(one, "mentions.0.", shared.now)]
    return [*claim_and_window_faults(new, shared.zone, shared.now), *places]


def _placed(faults: Iterable[Fault], line: int) -> list[Fault]:
    # A row has one mention, whose fields stand in columns of their own.
    return [replace(one, where=f"line {line}, {one.where.removeprefix('mentions.0.')}") for one in faults]


def _draft(verdict: JudgementNew, actor: Actor, imported_with: str) -> Draft:
    return Draft(
        role=JudgementRole(verdict.role),
        outcome=Outcome(verdict.outcome),
        judge_id=actor.required_id,
        evidence=Evidence(
            url=verdict.evidence_url,
            archived_url=verdict.archived_url,
            citation=verdict.citation,
            imported_with=imported_with,
        ),
        share=verdict.share,
        reason=AnnulReason(verdict.reason) if verdict.reason else None,
        known_on=verdict.known_on,
    )


def _judged(new: PredictionNew, zone: str) -> Judged:
    return Judged(made_on=new.made_on, time_zone=new.time_zone or zone, conditional=new.condition is not None)
