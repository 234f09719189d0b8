"""A claim in words that stand on their own: the frame around it and its hedge removed, a pronoun replaced."""

from collections.abc import Sequence

from registry.domain.extraction.clauses import MODAL
from registry.domain.extraction.frames import Framed, frame_of
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.passage import Passage
from registry.domain.extraction.readings import Reading
from registry.domain.extraction.speakers.antecedents import is_meant
from registry.domain.extraction.speakers.source_phrases import Source
from registry.domain.extraction.subjects import joining, shared_subject
from registry.domain.extraction.tokens import Token
from registry.domain.extraction.units import Unit
from registry.domain.extraction.word_order import with_verb_second

_EDGES = ' ,;:–—-"„“”«»()\u00a0'
_MARKS = frozenset('"„“”«»')
_LOOSE = frozenset({"joiner", "cause", "contrast"})
_QUOTES = str.maketrans("", "", '"„“”«»')
_OPENING = frozenset("„«(")
_BEHIND_NUMBERS = frozenset(".)")
_FIRST_WORDS = 4


def statement_of(
    passage: Passage,
    unit: Unit,
    lead: Reading | None,
    language: LanguageLexicon,
    antecedent: str | None,
    sources: Sequence[Source] = (),
) -> str:
    """The statement of a unit whose leading reading is `lead`.

    `antecedent` is the person whom a pronoun at its start means, `sources` are those named in its sentence.
    """
    _, last = passage.token_range(unit)
    framed = frame_of(passage, unit, lead, sources, language)
    order = _ordered(passage, framed, lead, last, language)
    if not order:
        begin = _after_openers(passage, _beginning(passage, unit, language), last, language)
        told = [i for i in range(begin, last + 1) if lead is None or i < lead.at or i not in framed.dropped]
        order = _without_hedges(passage, told, language)
    order = [*shared_subject(passage, order[0], language), *order]
    order = _without_loose_ends(passage, order)
    if antecedent and not is_meant(passage.tokens, order[:_FIRST_WORDS], antecedent, language):
        antecedent = None
    words = " ".join(_told(passage, order, language, antecedent).split()).strip(_EDGES)
    if words.count('"') % 2 or any(words.count(a) != words.count(b) for a, b in _pairs(words)):
        words = words.translate(_QUOTES)
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "!", "?")) else ".")


def _pairs(words: str) -> tuple[tuple[str, str], ...]:
    """The marks of opening and closing; “ closes a quotation that „ opens, and opens one else."""
    return (("„", "“"), ("«", "»")) if "„" in words else (("“", "”"), ("«", "»"))


def _beginning(passage: Passage, unit: Unit, language: LanguageLexicon) -> int:
    """Where a unit begins whose word order stays; the clause it hangs on is told with it ("Wir sehen, | dass ...")."""
    clause = passage.clauses[unit.first]
    if unit.first and clause.mark == "," and "that" in clause.opener and language.morphology.verb_last:
        return passage.clauses[unit.first - 1].first
    return clause.first


def _without_loose_ends(passage: Passage, order: Sequence[int]) -> list[int]:
    """Leave out the marks that closed and opened a quotation around an aside, and a lone "because" at the end."""
    tokens = passage.tokens
    parted = {n for n in range(1, len(order)) if order[n] > order[n - 1] + 1}
    marks = {n for n in parted if tokens[order[n]].text in _MARKS and tokens[order[n - 1]].text in _MARKS}
    kept = [i for n, i in enumerate(order) if n not in marks and n + 1 not in marks]
    loose = {c.first for c in passage.clauses if c.first == c.last and not c.opener.isdisjoint(_LOOSE)}
    while len(kept) > 1 and kept[-1] in loose:
        kept.pop()
    return kept


def _ordered(passage: Passage, framed: Framed, lead: Reading | None, last: int, language: LanguageLexicon) -> list[int]:
    """The tokens of the claim as a main clause; none where its word order cannot be told."""
    begin = next((i for i in range(framed.start, last + 1) if i not in framed.dropped), None)
    if begin is None:
        return []
    begin = begin if framed.subordinate else _after_openers(passage, begin, last, language)
    order = _without_hedges(passage, [i for i in range(begin, last + 1) if i not in framed.dropped], language)
    if not language.morphology.verb_last:
        return order
    if not (framed.subordinate or framed.inverted):
        return _without_opening_hedge(passage, order, language) or order
    far = framed.subordinate and lead is not None and lead.at > begin
    end = (
        passage.clauses[lead.clause].last if far and lead else next(c.last for c in passage.clauses if begin <= c.last)
    )
    if any(end < c.first <= last and "joiner" in c.opener for c in passage.clauses):
        return []
    moved = _with_verb_moved(passage, [i for i in order if i <= end], framed, language)
    return [*moved, *(i for i in order if i > max(moved))] if moved else []


def _without_opening_hedge(passage: Passage, order: Sequence[int], language: LanguageLexicon) -> list[int]:
    """The clause without the adverb of certainty it opens with ("Wahrscheinlich fällt er"); none where it has none."""
    if len(order) < 2 or not any(
        h.first == order[0] == h.last and h.word_class == "hedge_adverb" for h in passage.hits
    ):
        return []
    verb = passage.tokens[order[1]]
    if verb.is_capital or not language.may_be_finite(verb.low):
        return []
    end = next(c.last for c in passage.clauses if order[1] <= c.last)
    moved = _with_verb_moved(passage, [i for i in order[1:] if i <= end], Framed(order[1], frozenset()), language)
    return [*moved, *(i for i in order if i > max(moved))] if moved else []


def _with_verb_moved(passage: Passage, order: Sequence[int], framed: Framed, language: LanguageLexicon) -> list[int]:
    """The clause with its verb in the second place; none where another modal verb stands in it as well."""
    words = [i for i in order if passage.tokens[i].is_word]
    if len(words) < 2:
        return []
    verb = words[-1 if framed.subordinate else 0]
    if any(h.first != verb and h.first in words and h.word_class in MODAL for h in passage.hits):
        return []
    return with_verb_second(passage.tokens, [i for i in order if i <= words[-1]], verb, language)


def _after_openers(passage: Passage, first: int, last: int, language: LanguageLexicon) -> int:
    """Leave out "und", "aber", "that" at the start; a condition stays, and a "dass" whose verb closes the clause."""
    verbs = {reading.at for reading in passage.readings}
    openers = joining(passage)
    if not language.morphology.verb_last:
        openers |= {h.first for h in passage.hits if h.word_class == "that" and h.first and h.first + 1 not in verbs}
    inverted = {i for i in openers if language.has("inverters", passage.tokens[i].low)}
    if inverted:
        # "So will Ada Hale": without its first word it asks.
        modals = {h.first for h in passage.hits if h.word_class in MODAL or h.word_class == "perfect"}
        openers -= {i for i in inverted if i + 1 in modals}
    views = {h.first: h.last for h in passage.hits if h.word_class == "view_marker" and h.last < last}
    while first < last and (first in openers or first in views or not passage.tokens[first].is_word):
        first = views.get(first, first) + 1
    return first + 2 if _is_numbered(passage.tokens, first, last, language) else first


def _is_numbered(tokens: Sequence[Token], at: int, last: int, language: LanguageLexicon) -> bool:
    """Whether a number of a list opens the sentence ("3. Es wird ..."), and no date or league ("3. Mai")."""
    if at or last < 2 or not tokens[0].low.isdigit() or tokens[1].text not in _BEHIND_NUMBERS:
        return False
    return not language.noun_capitals or tokens[2].low in language.any_of("function_words", "articles")


def _without_hedges(passage: Passage, order: Sequence[int], language: LanguageLexicon) -> list[int]:
    """Leave out adverbs of certainty, save where a clause opens, since German word order needs them there."""
    opening = {clause.first for clause in passage.clauses}
    adverbs = {h.first for h in passage.hits if h.word_class == "hedge_adverb" and h.first == h.last}
    return [
        i for n, i in enumerate(order) if not n or i not in adverbs or i in opening or _says_more(passage, i, language)
    ]


def _says_more(passage: Passage, i: int, language: LanguageLexicon) -> bool:
    """Whether the word is a predicate ("it is certain", "hält es für sicher"), denied, or belongs to a number."""
    near = {(h.word_class, h.first) for h in passage.hits}
    before = {name for name in ("copula", "negation") if (name, i - 1) in near}
    closes = i + 1 >= len(passage.tokens) or not passage.tokens[i + 1].is_word
    if "negation" in before or ("copula" in before and closes):
        return True
    if i and language.has("before_predicates", passage.tokens[i - 1].low):
        return True
    if not closes and passage.tokens[i + 1].text[0].isdigit():
        return True
    return bool(near & {("copula", i + 1), ("would_irreg", i + 1)})


def _told(passage: Passage, order: Sequence[int], language: LanguageLexicon, antecedent: str | None) -> str:
    reported = not any(h.word_class == "first_person" for h in passage.hits)
    future = {h.first: h.last for h in passage.hits if h.word_class == "periphrasis"}
    parts = []
    behind = -1
    for position, i in enumerate(order):
        if i <= behind:
            continue
        if position:
            gap = _gap(passage, max(order[position - 1], behind), i)
            parts.append(gap or (" " if i in future else ""))
        behind = future.get(i, -1)
        told = " ".join(language.words.get("future_word", ())) if i in future else None
        direct = language.indicative(passage.tokens[i].low) if reported else ""
        direct = direct if direct and _is_reported(passage.tokens, i, language) else ""
        parts.append(_word(passage.tokens[i], told or direct, position, language, antecedent))
    return "".join(parts)


def _is_reported(tokens: Sequence[Token], i: int, language: LanguageLexicon) -> bool:
    """Whether a reported form is a verb, no noun ("im Laufe"), and belongs to no formula such as "es sei denn"."""
    if tokens[i].is_capital and i and tokens[i - 1].is_word:
        return False
    return i + 1 >= len(tokens) or not language.has("formulas", f"{tokens[i].low} {tokens[i + 1].low}")


def _gap(passage: Passage, before: int, i: int) -> str:
    if before == i - 1:
        return passage.text[passage.tokens[before].end : passage.tokens[i].start]
    opens = passage.tokens[before].text in _OPENING and before + 1 < len(passage.tokens)
    return " " if passage.tokens[i].is_word and not opens else ""


def _word(token: Token, told: str, position: int, language: LanguageLexicon, antecedent: str | None) -> str:
    """The word itself, the person whom it means, or what it is `told` by ("" where by itself)."""
    if antecedent and position < _FIRST_WORDS and language.has("subject_pronouns", token.low):
        return antecedent
    return told or token.text
