"""How the figures of a record are computed, with the author's own numbers filled in."""

from collections.abc import Mapping

from dashboard import formats, labels
from registry.schemas.track_records import TrackRecord


def how(name: str, record: TrackRecord) -> str:
    """The formula of a figure (`skill`, `brier`, `hit_rate`, `peer`) with the numbers of this record."""
    missing = {
        "skill": record.skill is None,
        "brier": record.brier is None,
        "hit_rate": record.hit_rate is None,
        "peer": record.peer_score_mean is None,
    }
    if missing[name]:
        return labels.text(f"record.without_{name}")
    return labels.text(f"record.how_{name}", **_numbers(name, record))


def _numbers(name: str, record: TrackRecord) -> Mapping[str, str]:
    n, brier = record.n_scored, record.brier or 0.0
    match name:
        case "skill":
            return {
                "brier": formats.number(brier, 4),
                "baseline": formats.number(record.baseline_brier, 4),
                "skill": formats.number(record.skill, 4),
                "n": formats.number(n),
                "band": formats.interval(record.skill_low, record.skill_high, 4),
            }
        case "brier":
            return {
                "sum": formats.number(brier * n, 3),
                "n": formats.number(n),
                "brier": formats.number(brier, 4),
                "band": formats.interval(record.brier_low, record.brier_high, 4),
            }
        case "hit_rate":
            return {
                "hits": formats.counted("hits", record.n_hits),
                "calls": formats.counted("calls", record.n_calls),
                "rate": formats.percent(record.hit_rate),
                "no_call": formats.number(record.n_no_call),
                "band": formats.shares(record.hit_rate_low, record.hit_rate_high),
            }
        case _:
            return {
                "sum": formats.number(record.peer_score_sum, 1),
                "n": formats.number(record.n_peers),
                "mean": formats.number(record.peer_score_mean, 2),
                "band": formats.interval(record.peer_score_low, record.peer_score_high, 2),
            }


def calibration(record: TrackRecord) -> str | None:
    """The split of the Brier score by the CORP curve, in numbers; None where nothing is scored."""
    curve = record.details.corp if record.details else None
    if curve is None:
        return None
    return labels.text(
        "record.how_corp",
        miscalibration=formats.number(curve.miscalibration, 4),
        discrimination=formats.number(curve.discrimination, 4),
        uncertainty=formats.number(curve.uncertainty, 4),
        brier=formats.number(record.brier, 4),
        base_rate=formats.percent(record.base_rate),
        n=formats.number(record.n_scored),
    )


def sensitivity(record: TrackRecord) -> str | None:
    """What the Brier score would be if claims without a number were read as .7, .8 or .9."""
    points = [one for one in record.sensitivity if one.brier is not None]
    if not points or not record.n_without_probability:
        return None
    return labels.text(
        "record.sensitivity",
        n=formats.number(record.n_without_probability),
        read=" / ".join(formats.percent(one.probability) for one in points),
        brier=" / ".join(formats.number(one.brier, 3) for one in points),
        skill=" / ".join(formats.number(one.skill, 2) for one in points),
        all=formats.number(points[0].n),
    )


def bands(record: TrackRecord) -> str | None:
    """What hangs on reading words as numbers; None where all probabilities were stated."""
    if record.brier_if_low is None or record.brier_if_high is None:
        return None
    if record.brier_if_low == record.brier_if_high == record.brier:
        return None
    return labels.text(
        "record.bands",
        low=formats.number(record.brier_if_low, 3),
        high=formats.number(record.brier_if_high, 3),
    )
