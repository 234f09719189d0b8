"""Find the date expressions of a text and the due window that each one opens or closes.

The language file gives the patterns, this module the reading order: a preposition (frame), then one period
or a part of one ("the end of", "Mitte"), then possibly a second period that makes it a range. The longest
reading at a word wins.
"""

from dataclasses import replace
from datetime import date, timedelta
from itertools import compress, count

from registry.domain.extraction.calendar_rules import UNITS, add_months, days_of_feast, midpoint, part_of, unit_around
from registry.domain.extraction.counted_dates import COUNTED
from registry.domain.extraction.date_rules import may_go_on, rules_at
from registry.domain.extraction.date_tokens import Match, Tokens, class_value, is_counted, match_elements, tokenise
from registry.domain.extraction.date_values import DateRule, DateWords, DueDate, Frame, Period
from registry.domain.extraction.date_windows import Reading, due_date
from registry.domain.extraction.named_dates import NAMED, Caught
from registry.domain.extraction.named_years import NAMED_YEARS
from registry.domain.extraction.parts_of_months import PARTS_OF_MONTHS
from registry.domain.extraction.relative_dates import RELATIVE

MAKERS = NAMED | NAMED_YEARS | PARTS_OF_MONTHS | COUNTED | RELATIVE
_BARE = Frame((), "bare")
_ENDS = frozenset({"season-is-out", "season-ends", "season-end"})
_LONGEST_FEAST = 4
_OF_EVERY_YEAR = ("month", "season")


def find_due_dates(text: str, said_on: date | None, words: DateWords) -> tuple[DueDate, ...]:
    """All date expressions of the text, in order, none overlapping.

    `said_on` is the day the words were spoken or printed; relative words are counted from it, and without
    it they come back with the role "unresolved". Expressions that lie before that day come back with the
    role "past".
    """
    tokens = tokenise(text)
    found: list[DueDate] = []
    behind = 0
    for at in list(compress(count(), map(words.openers.__contains__, tokens.shape))):
        able = at >= behind and may_go_on(tokens, at, words)
        reading = _framed(tokens, at, said_on, words) if able else None
        if reading is None:
            continue
        frame, best = reading
        start, end = tokens.start[at], tokens.end[best.end - 1]
        found.append(due_date(text[start:end], start, frame, best, said_on))
        behind = best.end
    return tuple(found)


def _may_open(tokens: Tokens, at: int, words: DateWords) -> bool:
    """Whether a date expression can begin at a token, told from its word alone."""
    return at < len(tokens.shape) and tokens.shape[at] in words.openers


def _framed(tokens: Tokens, at: int, said_on: date | None, words: DateWords) -> tuple[Frame, Reading] | None:
    """The longest reading that starts at a token, with the frame that it stands in."""
    best: tuple[Frame, Reading] | None = None
    for frame in (*_frames_at(tokens, at, words), _BARE):
        size = len(frame.words)
        if not _may_open(tokens, at + size, words):
            continue
        if size > 2 and any(at + k >= len(tokens.low) or tokens.low[at + k] != frame.words[k] for k in range(2, size)):
            continue
        reading = _range(tokens, at + size, frame, said_on, words)
        if reading is None or (frame.kind == "range" and not reading.joined):
            continue
        if best is None or reading.end > best[1].end:
            best = (frame, reading)
    return best


def _frames_at(tokens: Tokens, at: int, words: DateWords) -> tuple[Frame, ...]:
    """The frames whose first two words stand at a token."""
    first = tokens.low[at]
    frames = words.frames.get(first, ())
    if not frames:
        return frames
    by_second = words.frames_by_second.get(first)
    if by_second is None:
        by_second = words.frames_by_second[first] = _by_second_word(frames)
    return by_second.get(tokens.low[at + 1] if at + 1 < len(tokens.low) else "", by_second[""])


def _by_second_word(frames: tuple[Frame, ...]) -> dict[str, tuple[Frame, ...]]:
    """The frames by their second word, in their order, those of one word with each; under "" these alone."""
    grouped: dict[str, list[Frame]] = {"": []}
    grouped.update({frame.words[1]: [] for frame in frames if len(frame.words) > 1})
    for frame in frames:
        for group in [grouped[frame.words[1]]] if len(frame.words) > 1 else grouped.values():
            group.append(frame)
    return {second: tuple(group) for second, group in grouped.items()}


def _range(tokens: Tokens, at: int, frame: Frame, said_on: date | None, words: DateWords) -> Reading | None:
    """One period, or two joined by "and", "or", "to": from the first day of one to the last of the other."""
    left = _part(tokens, at, frame, said_on, words)
    if left is None or left.end + 1 >= len(tokens.low) or tokens.low[left.end] not in words.joiners:
        return left
    after = left.end + 1
    right = _part(tokens, after, frame, said_on, words)
    if right is None:
        inner = words.frames.get(tokens.low[after], ())
        sizes = [len(f.words) for f in inner if tokens.follow(f.words, after)]
        right = _part(tokens, after + max(sizes), frame, said_on, words) if sizes else None
    if right is None or left.period is None or right.period is None or left.period.past or right.period.past:
        return left
    if left.period.precision != right.period.precision:
        return left
    last = _last_of(left, right)
    if last is None:
        return left
    joined = replace(right.period, first=left.period.first, last=last, other=None)
    return Reading(joined, right.end, left.rule + "+" + right.rule, joined=True)


def _last_of(left: Reading, right: Reading) -> date | None:
    """The last day of a range whose parts may each have been read as the next such month or weekday."""
    if left.period is None or right.period is None or left.period.last <= right.period.last:
        return right.period.last if right.period else None
    last = None
    if right.period.inferred and right.period.precision in _OF_EVERY_YEAR:
        last = add_months(right.period.last, 12)
    elif right.rule == "weekday" and left.rule.startswith("weekday"):
        last = right.period.last + timedelta(days=7)
    return last if last is not None and last >= left.period.last else None


def _part(tokens: Tokens, at: int, frame: Frame, said_on: date | None, words: DateWords) -> Reading | None:
    """A period, or the beginning, middle or end, a quarter or a half of one."""
    if at >= len(tokens.low):
        return None
    number = class_value("PART", tokens, at, words)
    if number is None:
        return _period(tokens, at, frame, said_on, words)
    inner_at = at + 1
    while inner_at < len(tokens.low) and tokens.low[inner_at] in words.glue:
        inner_at += 1
    inner = _period(tokens, inner_at, Frame((), "part"), said_on, words) or _unit_alone(
        tokens, inner_at, said_on, words
    )
    if inner is None:
        return _period(tokens, at, frame, said_on, words)
    if inner.period is None or inner.period.past:
        return inner
    part = part_of(inner.period, number)
    if number == 2 and frame.kind in ("by", "before", "from"):
        part = replace(part, last=midpoint(inner.period))
    return Reading(part, inner.end, inner.rule + "-part", number)


def _unit_alone(tokens: Tokens, at: int, said_on: date | None, words: DateWords) -> Reading | None:
    """The unit in "the end of the month": the one that holds the day said."""
    if at >= len(tokens.low):
        return None
    unit = class_value("UNIT", tokens, at, words)
    if unit is None or unit == 1:
        return None
    return Reading(unit_around(said_on, UNITS[unit]) if said_on else None, at + 1, "unit")


def _period(tokens: Tokens, at: int, frame: Frame, said_on: date | None, words: DateWords) -> Reading | None:
    """The longest rule that fits at a token under the frame."""
    best: Reading | None = None
    for rule in rules_at(tokens, at, words) if at < len(tokens.low) else ():
        if frame.kind not in rule.frames:
            continue
        match = match_elements(rule.elements, tokens, at, words)
        if match is None or _something_else(match, rule, tokens, said_on, words):
            continue
        bare = frame.kind == "bare"
        if _stands_alone_badly(match, rule, tokens, at, words) if bare else _names(match, rule, tokens, frame, words):
            continue
        if _looks_back(rule, tokens, at, words):
            continue
        match = _with_year_reference(match, tokens, said_on, words)
        if (best is not None and match.end <= best.end) or (rule.needs_year and "YEAR" not in match.values):
            continue
        period = _made(match, rule, frame, said_on, words)
        if period is not None or (said_on is None and (rule.make in RELATIVE or "YEAR" not in match.values)):
            is_end = rule.make == "unit_part" or rule.id in _ENDS
            part = match.values.get("UNITPART", 3) % 10 if is_end else 0
            joined = rule.make in ("days", "span")
            best = Reading(period, match.end, rule.id, part, joined)
    return best


def _made(match: Match, rule: DateRule, frame: Frame, said_on: date | None, words: DateWords) -> Period | None:
    """What the rule makes of its match; "before" a feast leaves out its days, "by" it all but the first of them."""
    period = MAKERS[rule.make](Caught(match.values, said_on, words, rule.argument))
    if period is None or rule.make != "holiday" or frame.kind not in ("before", "by"):
        return period
    lasts = days_of_feast(rule.argument)
    back = timedelta(days=lasts if frame.kind == "before" or lasts > _LONGEST_FEAST else max(0, lasts - 1))
    return replace(period, first=period.first - back, last=period.last - back)


def _something_else(match: Match, rule: DateRule, tokens: Tokens, said_on: date | None, words: DateWords) -> bool:
    """Whether what follows shows that the words are no date: "2030 Soldaten", "the fall of"."""
    if "YEAR" in match.values and is_counted(tokens, match.end, words):
        return True
    if match.end >= len(tokens.low):
        return False
    if "NTH" in match.values and tokens.low[match.end].isalpha():
        return tokens.low[match.end] not in words.day_followers  # "on the 27th floor"
    is_whole = rule.make == "unit_course" or tokens.low[match.end] not in words.unless_followed.get(
        tokens.low[match.end - 1], ()
    )
    if not is_whole:
        return not _starts_reference(tokens, match.end, words)
    passed = rule.id == "year" and said_on is not None and match.values["YEAR"] < said_on.year
    return passed and words.language == "de" and tokens.capital(match.end)


def _stands_alone_badly(match: Match, rule: DateRule, tokens: Tokens, at: int, words: DateWords) -> bool:
    """Whether words that name a time without a preposition name something else here."""
    if rule.id == "weekday-alone":
        habitual = tokens.low[at].endswith("s")  # "Mittwochs bleibt das Amt geschlossen"
        ends = match.end >= len(tokens.low)
        return habitual or ends or not tokens.first(at) or tokens.low[match.end] in words.reports
    if rule.id == "weekday-subject":  # "Der Freitag beginnt sonnig", but "Der Freitag berichtet" is a newspaper
        return match.end >= len(tokens.low) or tokens.low[match.end] not in words.day_verbs
    if rule.id == "weekday" and _is_any_such_day(tokens, at, words):
        return True
    return _in_a_name(match, rule, tokens, at) or _stray_year(match, rule, tokens, at, words)


def _names(match: Match, rule: DateRule, tokens: Tokens, frame: Frame, words: DateWords) -> bool:
    """Whether a day behind an article begins a name: "in the Sunday Times", "the Good Friday Agreement".

    In a language that writes every noun with a capital this cannot be told.
    """
    if (rule.id != "weekday" and rule.make != "holiday") or "SEASON" in words.capitalised:
        return False
    behind = match.end < len(tokens.low) and tokens.capital(match.end)
    return behind and bool(frame.words) and frame.words[-1] in words.glue


def _is_any_such_day(tokens: Tokens, at: int, words: DateWords) -> bool:
    """Whether a weekday is one of many: "on a wet Wednesday", "every other Friday"."""
    return not words.indefinite.isdisjoint(tokens.low[max(0, at - 3) : at])


def _in_a_name(match: Match, rule: DateRule, tokens: Tokens, at: int) -> bool:
    """Whether a bare weekday or holiday is part of a name: "Black Friday", "Good Friday Agreement"."""
    before = at > 0 and tokens.capital(at - 1)
    behind = match.end < len(tokens.low) and tokens.capital(match.end)
    return (rule.id == "weekday" or rule.make == "holiday") and (before or behind)


def _stray_year(match: Match, rule: DateRule, tokens: Tokens, at: int, words: DateWords) -> bool:
    """Whether a bare number is no year: one stands beside a verb of the future ("wird 2027 fallen")."""
    if rule.id != "year-bare":
        return False
    if match.end >= len(tokens.low) or tokens.capital(match.end):
        return True
    opens = tokens.first(at) and tokens.low[match.end] in words.futures
    return not opens and (at == 0 or tokens.low[at - 1] not in words.futures)


def _looks_back(rule: DateRule, tokens: Tokens, at: int, words: DateWords) -> bool:
    """Whether "in nine years" tells how long something had not been: "the biggest gain in nine years".

    So does "the fifth strike within six months".
    """
    before = tokens.low[max(0, at - 3) : at]
    if rule.id.startswith("within-"):
        return not words.classes["ORDINAL"].keys().isdisjoint(before)
    return rule.id.startswith("in-") and not words.superlatives.isdisjoint(before)


def _starts_reference(tokens: Tokens, at: int, words: DateWords) -> bool:
    """Whether the words from a token on point to a year ("of next year")."""
    return any(tokens.follow(reference, at) for reference, _ in words.year_references.get(tokens.low[at], ()))


def _with_year_reference(match: Match, tokens: Tokens, said_on: date | None, words: DateWords) -> Match:
    """The year that the words after a period point to, as in "March of next year"."""
    if "YEAR" in match.values or "YY" in match.values or said_on is None:
        return match
    following = tokens.low[match.end] if match.end < len(tokens.low) else ""
    for reference, distance in words.year_references.get(following, ()):
        if tokens.follow(reference, match.end):
            return Match({**match.values, "YEAR": said_on.year + distance}, match.end + len(reference))
    return match
