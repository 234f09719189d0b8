"""Peer scores: how much better an author did than the others who predicted the same thing.

    100 · (s - mean of the other authors' s),  s = ln of the probability given to what happened

The others' mean leaves the author out, so that nobody is compared with themselves. A statement that
nobody else predicted has no peer score; it has not a score of zero. Source: the peer score of Metaculus,
with its mean over the others written out.
"""

import hashlib
import unicodedata
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from registry.domain.record_rows import RecordRow
from registry.domain.scoring import UNITS, log_units, units
from registry.domain.tally import is_scored


def peer_scores(rows: Sequence[RecordRow]) -> list[float | None]:
    """The peer score of each row, in the order of the rows; None where there is nobody to compare with.

    Rows of several authors come together when they share a question and, seen through their sense, an
    outcome; without a question when statement (white space and Unicode form aside) and `due_on` are
    equal. An author with several predictions there counts once among the others, with the mean of them.
    Unscored rows have no peer score and are nobody's peer.
    """
    keys = [joined_by(row) if is_scored(row) else None for row in rows]
    scores = [_log_score(row) for row in rows]
    means = _means_by_author(rows, keys, scores)
    totals = {key: sum(by_author.values(), Fraction(0)) for key, by_author in means.items()}
    found: list[float | None] = []
    for row, key, score in zip(rows, keys, scores, strict=True):
        n_others = len(means[key]) - 1 if key is not None else 0
        if n_others:
            others = (totals[key] - means[key][row.author]) / n_others
            found.append(float(100 * (score - others) / UNITS))
        else:
            found.append(None)
    return found


def joined_by(row: RecordRow) -> Hashable:
    """What the rows of different authors must share to be compared; None when it can be compared with nobody.

    The outcome belongs to it: predictions of one question that were judged differently cannot be compared.
    """
    value = row.value
    if value is None:
        return None
    if row.question is not None:
        seen = units(value) if row.sense > 0 else UNITS - units(value)
        return ("question", row.question, seen)
    if row.statement and row.due_on is not None:
        return ("statement", folded(row.statement), row.due_on, units(value))
    return None


def peer_key(question: Hashable, statement: str, due_on: date | None) -> str | None:
    """What rows must share to be peers if they are judged alike, as 64 hexadecimal digits to look up by.

    None for what can be compared with nobody: no question, and no due day or no words.
    """
    if question is not None:
        words = f"question {question}"
    elif statement and due_on is not None:
        words = f"statement {due_on.isoformat()} {folded(statement)}"
    else:
        return None
    return hashlib.sha256(words.encode("utf-8")).hexdigest()


def folded(statement: str) -> str:
    """The statement in Unicode form NFC with every run of white space as one blank."""
    return " ".join(unicodedata.normalize("NFC", statement).split())


def _log_score(row: RecordRow) -> int:
    # The log score is the same for a statement and its negation, so the sense need not be applied to it.
    probability, value = row.probability, row.value
    return 0 if probability is None or value is None else log_units(probability, value)


def _means_by_author(
    rows: Sequence[RecordRow], keys: Sequence[Hashable], scores: Sequence[int]
) -> Mapping[Hashable, Mapping[Hashable, Fraction]]:
    """Of what is joined by a key, each author's mean score."""
    given: dict[Hashable, dict[Hashable, list[int]]] = defaultdict(lambda: defaultdict(list))
    for row, key, score in zip(rows, keys, scores, strict=True):
        if key is not None:
            given[key][row.author].append(score)
    return {
        key: {author: Fraction(sum(each), len(each)) for author, each in by_author.items()}
        for key, by_author in given.items()
    }
