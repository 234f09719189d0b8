"""Authors beside each other on what they all could have known: the questions that they share."""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from registry.domain.figures import peer_interval
from registry.domain.intervals import Interval
from registry.domain.peers import joined_by, peer_scores
from registry.domain.record_rows import RecordRow
from registry.domain.tally import Sums, tally


@dataclass(frozen=True, slots=True)
class SharedRecord:
    """What one author did where others of the comparison predicted the same.

    `sums` are those of these rows; `peer_mean` is the mean of their peer scores against the others of the
    comparison, above 0 where the author did better, with Student's 95 % interval where there are two or more.
    """

    sums: Sums
    peer_mean: float
    peer_interval: Interval | None


def compare(rows: Sequence[RecordRow]) -> tuple[int, Mapping[Hashable, SharedRecord]]:
    """How many questions at least two of the authors share, and the record of each on these.

    Authors who share none with another are left out. Invalid when a row holds a number outside [0, 1].
    """
    own: dict[Hashable, list[tuple[RecordRow, float]]] = defaultdict(list)
    shared: set[Hashable] = set()
    for row, score in zip(rows, peer_scores(rows), strict=True):
        if score is not None:
            own[row.author].append((row, score))
            shared.add(joined_by(row))
    return len(shared), {author: _record(pairs) for author, pairs in own.items()}


def _record(pairs: Sequence[tuple[RecordRow, float]]) -> SharedRecord:
    scores = [score for _, score in pairs]
    return SharedRecord(tally(row for row, _ in pairs).sums, fsum(scores) / len(scores), peer_interval(scores))
