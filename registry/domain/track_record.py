"""An author's track record: every figure that is shown about how their predictions turned out.

Formulas, sources and a worked example stand in `docs/scores.md`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from math import fsum

from registry.domain.calibration import CalibrationBin, calibration_bins, decompose
from registry.domain.figures import (
    base_brier,
    brier_interval,
    brier_skill,
    mean,
    peer_interval,
    skill,
    skill_interval,
    too_few,
)
from registry.domain.intervals import wilson
from registry.domain.record_rows import RecordRow
from registry.domain.scoring import SCORE_VERSION
from registry.domain.sensitivity import SensitivityPoint, sensitivity
from registry.domain.tally import Sums, Tally, tally


@dataclass(frozen=True, slots=True)
class TrackRecord:
    """The figures of one author, or of any other set of predictions, at `as_of`.

    Counts: `n` = n_open + n_due + n_resolved holds forecasts and conditionals; announcements and withdrawn
    predictions are counted apart and enter nothing else. `n_resolved` = n_scored + n_ambiguous + n_annulled +
    n_without_probability, and n_scored = n_calls + n_no_call.

    Rates and Brier scores lie in [0, 1], log scores in [ln 0.0001, 0], skills at most at 1; None where
    there is nothing to compute them from. `*_low` and `*_high` are 95 % intervals; `brier_if_low` and
    `brier_if_high` read the same rows at the ends of their bands. `too_few` warns that the intervals of
    the scores cannot be relied on yet.
    """

    n: int
    n_open: int
    n_due: int
    n_resolved: int
    n_scored: int
    n_ambiguous: int
    n_annulled: int
    n_without_probability: int
    n_late: int
    n_announcements: int
    n_withdrawn: int
    n_calls: int
    n_hits: int
    n_no_call: int
    hit_rate: float | None
    hit_rate_low: float | None
    hit_rate_high: float | None
    brier: float | None
    brier_low: float | None
    brier_high: float | None
    brier_if_low: float | None
    brier_if_high: float | None
    log_score: float | None
    skill: float | None
    skill_low: float | None
    skill_high: float | None
    too_few: bool
    baseline_brier: float | None
    boldness: float | None
    lead_days: float | None
    base_rate: float | None
    base_brier: float | None
    brier_skill: float | None
    reliability: float | None
    resolution: float | None
    uncertainty: float | None
    calibration: tuple[CalibrationBin, ...]
    sensitivity: tuple[SensitivityPoint, ...]
    peer_score_sum: float | None
    peer_score_mean: float | None
    peer_score_low: float | None
    peer_score_high: float | None
    n_peers: int
    score_version: int
    as_of: datetime


def track_record(rows: Iterable[RecordRow], *, as_of: datetime, peer_scores: Iterable[float] = ()) -> TrackRecord:
    """The record of the rows, which are as they stood at `as_of`.

    `peer_scores` are the scores of those rows that somebody else predicted as well (see
    `registry.domain.peers`). Invalid when a row holds a number outside [0, 1].
    """
    return record_of_tally(tally(rows), as_of=as_of, peer_scores=peer_scores)


def record_of_tally(total: Tally, *, as_of: datetime, peer_scores: Iterable[float] = ()) -> TrackRecord:
    """The same record from sums that were kept, so that no row has to be read again."""
    sums, terms, peers = total.sums, decompose(total.bins), list(peer_scores)
    scored = sums.n_scored
    hit_rate = wilson(sums.n_hits, sums.n_calls)
    brier, skills, compared = brier_interval(sums), skill_interval(sums), peer_interval(peers)
    return TrackRecord(
        **_counts(sums),
        hit_rate=sums.n_hits / sums.n_calls if sums.n_calls else None,
        hit_rate_low=hit_rate.low if hit_rate else None,
        hit_rate_high=hit_rate.high if hit_rate else None,
        brier=mean(sums.brier, scored),
        brier_low=brier.low if brier else None,
        brier_high=brier.high if brier else None,
        brier_if_low=mean(sums.brier_if_low, scored),
        brier_if_high=mean(sums.brier_if_high, scored),
        log_score=mean(sums.log_score, scored),
        skill=skill(sums.brier, sums.baseline),
        skill_low=skills.low if skills else None,
        skill_high=skills.high if skills else None,
        too_few=too_few(sums),
        baseline_brier=mean(sums.baseline, scored),
        boldness=mean(sums.boldness, scored),
        lead_days=sums.lead_days / sums.n_lead if sums.n_lead else None,
        base_rate=mean(sums.outcome, scored),
        base_brier=base_brier(sums),
        brier_skill=brier_skill(sums),
        reliability=terms.reliability,
        resolution=terms.resolution,
        uncertainty=terms.uncertainty,
        calibration=calibration_bins(total.bins),
        sensitivity=sensitivity(sums),
        peer_score_sum=fsum(peers) if peers else None,
        peer_score_mean=fsum(peers) / len(peers) if peers else None,
        peer_score_low=compared.low if compared else None,
        peer_score_high=compared.high if compared else None,
        n_peers=len(peers),
        score_version=SCORE_VERSION,
        as_of=as_of,
    )


def _counts(sums: Sums) -> dict[str, int]:
    resolved = sums.n_scored + sums.n_ambiguous + sums.n_annulled + sums.n_without_probability
    return {
        "n": sums.n_open + sums.n_due + resolved,
        "n_open": sums.n_open,
        "n_due": sums.n_due,
        "n_resolved": resolved,
        "n_scored": sums.n_scored,
        "n_ambiguous": sums.n_ambiguous,
        "n_annulled": sums.n_annulled,
        "n_without_probability": sums.n_without_probability,
        "n_late": sums.n_late,
        "n_announcements": sums.n_announcements,
        "n_withdrawn": sums.n_withdrawn,
        "n_calls": sums.n_calls,
        "n_hits": sums.n_hits,
        "n_no_call": sums.n_scored - sums.n_calls,
    }
