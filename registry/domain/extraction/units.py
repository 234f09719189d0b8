"""The spans of a sentence that may carry one claim each."""

from collections.abc import Sequence, Set
from typing import NamedTuple

from registry.domain.extraction.clauses import Clause
from registry.domain.extraction.readings import CLAIMING, FRAMING, Reading

_STOPS = frozenset(";:|")
_SUBORDINATE = frozenset(
    "that whether relative question_word cause concession purpose_head condition_head subordinate".split()
)
_WEAK = frozenset(
    "estimate outcome outcome_reported dated_present believed_present present_passive present_condition "
    "inverted_condition expect_past threaten_past hedge_past".split()
)
# A clause as short as this before a colon only announces what follows ("That would mean: ...").
_ANNOUNCING = 4
# From a frame over its "that" and a relative clause to the verb: "She thinks that the bank, which is old, will close".
_INTERRUPTED = 3
# From a claim over a clause of its own to what puts it in other words: "He will wait, that is, he will do nothing".
_RESTATED = 2
# What can carry a claim together with its clause alone.
_WHOLE = CLAIMING | {"expect", "believe", "threaten", "fear"}
# With one of these beside it the weather is a condition or content of what follows.
_LINKED = FRAMING | CLAIMING | {"inverted_condition"}
_FRAMES_ANEW = frozenset({"expect", "threaten", "weather"})
TELLS = frozenset("outcome change comes_about state_verb finite_verb copula expect pronoun plan".split())
"""Word classes of what tells of something of its own."""
_TIMED = frozenset("weather later weekday month year quantity".split())
_SHORT, _TAG = 4, 8
_ANCHORS = CLAIMING | FRAMING | {"weather"}


class Unit(NamedTuple):
    """Clauses first..last (inclusive) that may carry one claim, with the readings inside."""

    first: int
    last: int
    readings: tuple[Reading, ...]


def units_of(clauses: Sequence[Clause], readings: Sequence[Reading]) -> list[Unit]:
    """The spans of one sentence that may carry a claim each; none where nothing points to the future."""
    by_clause: dict[int, set[str]] = {}
    for reading in readings:
        by_clause.setdefault(reading.clause, set()).add(reading.kind)
        if reading.kind in CLAIMING and _is_elided(clauses[reading.clause], reading):
            by_clause[reading.clause].add("elided")
    if any("stated_odds" in kinds for kinds in by_clause.values()):
        return [Unit(0, len(clauses) - 1, tuple(readings))]
    anchors = sorted(i for i, kinds in by_clause.items() if kinds & _ANCHORS or _adds_condition(clauses[i], kinds))
    if not anchors:
        weak = any(kinds & _WEAK for kinds in by_clause.values())
        return [Unit(0, len(clauses) - 1, tuple(readings))] if weak else []
    groups = [[anchors[0]]]
    for i in anchors[1:]:
        elided = "elided" in by_clause[i] and i - groups[-1][-1] <= _INTERRUPTED
        if elided or _belongs(clauses, by_clause, groups[-1][-1], i):
            groups[-1].append(i)
        else:
            groups.append([i])
    return _spread(groups, clauses, readings)


def _belongs(clauses: Sequence[Clause], kinds: dict[int, set[str]], left: int, right: int) -> bool:
    """Whether two clauses with cues say one thing: frame and content, condition and consequence."""
    a, b = clauses[left], clauses[right]
    if _adds_another(a, b, kinds[left], kinds[right]):
        return False
    if "inverted_condition" in kinds[left] and (
        ("then" in b.opener and "then" not in a.opener)
        or all(not _SUBORDINATE.isdisjoint(c.opener) for c in clauses[left + 1 : right])
    ):
        return True
    announced = b.mark == ":" and a.last - a.first < _ANNOUNCING
    if announced or ("restating" in b.opener and right - left <= _RESTATED):
        return True
    if "condition_head" in a.opener or "condition_head" in b.opener:
        return right - left <= 2
    if right - left == 1 and "that" in b.opener and kinds[left] & FRAMING:
        return True
    if kinds[left] & FRAMING and right - left == _INTERRUPTED and "that" in clauses[left + 1].opener:
        return "relative" in clauses[left + 2].opener
    if not kinds[left] & CLAIMING and right - left <= 2:
        return "relative" not in b.opener or "that" in b.opener or "hedge" not in kinds[left]
    return not kinds[right] & CLAIMING and right - left <= 1


def _adds_condition(clause: Clause, kinds: Set[str]) -> bool:
    """Whether the clause goes on with a condition whose consequence has no cue: "..., and if it fails, he goes"."""
    return "present_condition" in kinds and "joiner" in clause.opener and clause.mark == ","


def _adds_another(a: Clause, b: Clause, left: Set[str], right: Set[str]) -> bool:
    """Whether clause b goes on with a claim of its own: "They doubt that it lasts, and many expect an election"."""
    if "weather" in left and "weather" in right:
        return b.mark != "," or not (_is_fragment(a) or _is_fragment(b))
    if _is_tag(b, right):
        return False
    if "weather" in left and left.isdisjoint(_LINKED) and _SUBORDINATE.isdisjoint(b.opener):
        return True
    if not left.isdisjoint(CLAIMING) and _adds_condition(b, right):
        return True
    told = not left.isdisjoint(CLAIMING) and right.isdisjoint(CLAIMING) and not _FRAMES_ANEW.isdisjoint(right)
    if told and "joiner" in b.opener and "condition_head" not in a.opener:
        return True
    whole = not (_WHOLE.isdisjoint(left) or _WHOLE.isdisjoint(right))
    return whole and b.mark == "," and "joiner" in b.opener and "joiner" not in a.opener


def _is_fragment(clause: Clause) -> bool:
    """Whether the clause is a few words without a verb, which complete the one beside it: "fog at first, then sun"."""
    return clause.last - clause.first < _SHORT and TELLS.isdisjoint(clause.classes)


def _is_tag(clause: Clause, kinds: Set[str]) -> bool:
    """Whether the clause only names who expects what stands before it: "..., forecasters predict"."""
    alone = clause.mark == "," and "joiner" not in clause.opener and clause.last - clause.first < _TAG
    return alone and kinds <= FRAMING and _TIMED.isdisjoint(clause.classes)


def _is_elided(clause: Clause, reading: Reading) -> bool:
    """Whether the verb is left out because the clause before has it: "it may not come, but I think it will"."""
    return reading.verb is None and clause.last - reading.at < _ANNOUNCING and reading.at > clause.first


def _spread(groups: Sequence[Sequence[int]], clauses: Sequence[Clause], readings: Sequence[Reading]) -> list[Unit]:
    """Give each group the clauses without a cue that hang on it."""
    units = []
    conditions = [r.clause for r in readings if r.kind == "inverted_condition"]
    for n, group in enumerate(groups):
        first, last = group[0], group[-1]
        floor = groups[n - 1][-1] + 1 if n else 0
        ceiling = groups[n + 1][0] - 1 if n + 1 < len(groups) else len(clauses) - 1
        while first > floor and _hangs_on_left(clauses, first):
            first -= 1
        first = min([c for c in conditions if floor <= c < first <= c + _INTERRUPTED], default=first)
        while last < ceiling and (not _sets_in_anew(clauses[last + 1]) or _announces(clauses, last)):
            last += 1
        units.append(Unit(first, last, tuple(r for r in readings if first <= r.clause <= last)))
    return units


def _hangs_on_left(clauses: Sequence[Clause], i: int) -> bool:
    """Whether clause i and the one before it belong together: one of them is subordinate to the other."""
    if _sets_in_anew(clauses[i]):
        return False
    if "finite_verb" in clauses[i].opener or _between_condition(clauses, i):
        return True
    return i == 1 or not (_SUBORDINATE.isdisjoint(clauses[i].opener) and _SUBORDINATE.isdisjoint(clauses[i - 1].opener))


def _between_condition(clauses: Sequence[Clause], i: int) -> bool:
    """Whether only who says so stands before clause i and behind its condition: "unless it rains, she said, ..."."""
    told = i > 1 and "say_verb" in clauses[i - 1].classes and clauses[i - 1].mark == clauses[i].mark == ","
    return told and "condition_head" in clauses[i - 2].opener


def _announces(clauses: Sequence[Clause], i: int) -> bool:
    """Whether clause i only announces what follows behind its colon ("My bet: ...")."""
    return clauses[i + 1].mark == ":" and clauses[i].last - clauses[i].first < _ANNOUNCING


def _sets_in_anew(clause: Clause) -> bool:
    return clause.mark in _STOPS or "contrast" in clause.opener
