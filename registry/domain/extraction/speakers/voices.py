"""Who says it: a source in the sentence, the voice of the quotation or report around it, else the author."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain, compress
from operator import attrgetter

from registry.domain.extraction.interviews import INTERVIEWEE
from registry.domain.extraction.layout import Layout
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.names import Name, name_runs, names_in
from registry.domain.extraction.passage import Passage
from registry.domain.extraction.phrases import Hit
from registry.domain.extraction.quotations import is_inside, quoted_spans
from registry.domain.extraction.speakers.antecedents import Heard
from registry.domain.extraction.speakers.attributions import sources_of
from registry.domain.extraction.speakers.back_references import (
    named_behind,
    names_source_before,
    points_back_first,
    source_named,
)
from registry.domain.extraction.speakers.carried_speech import announces, forecaster_near, told_on, told_openly
from registry.domain.extraction.speakers.headlines import lead_of
from registry.domain.extraction.speakers.hearing import may_be_person, remember
from registry.domain.extraction.speakers.people import People, meet_all
from registry.domain.extraction.speakers.person_signs import acts_as_person, lone_names
from registry.domain.extraction.speakers.profiles import profiles_of, round_up_voice
from registry.domain.extraction.speakers.references import name_of
from registry.domain.extraction.speakers.signed_lines import signed_lines
from registry.domain.extraction.speakers.source_phrases import Source
from registry.domain.extraction.speakers.voice_limits import speaks_elsewhere
from registry.domain.extraction.units import Unit

_NEAR = 3
_MEMORY = 8
_REPORTED = frozenset({"subjunctive_report", "report_marker", "can_reported", "shall_reported"})
_MOOD = frozenset({"subjunctive_report", "can_reported", "shall_reported"})
_GLOSS = frozenset({"gloss"})
_UNREAL = frozenset({"would", "would_irreg", "would_must"})
_WEATHER = frozenset({"weather"})
_LOW, _IS_CAPITAL = attrgetter("low"), attrgetter("is_capital")
_ADDRESS = 4
_SECOND_HAND = 3
_OPENING = 5
_FIRST_WORDS = 3


@dataclass(slots=True)
class Voices:
    """The speakers of an article while it is read sentence by sentence; None stands for its author."""

    passages: Sequence[Passage]
    language: LanguageLexicon
    layout: Layout
    people: People
    quoted: list[bool]
    sources: list[tuple[tuple[Source, str], ...]] = field(default_factory=list)
    by_sentence: list[str | None] = field(default_factory=list)
    interviewee: str | None = None
    back: list[bool] = field(default_factory=list)
    profiles: dict[int, str] = field(default_factory=dict)
    heard: Heard = field(init=False)

    def __post_init__(self) -> None:
        self.heard = Heard(self.people.mentions)

    def before(self, k: int) -> str | None:
        """The person whom a pronoun in sentence k most likely means; None where it may as well mean a thing.

        Where things have a grammatical gender, a person must stand first in the sentence before.
        """
        person = self.heard.person(k)
        if person is None or not self.language.noun_capitals:
            return person
        opening = self.passages[k - 1].tokens[:_OPENING] if k else ()
        return person if any(token.text == person.split()[-1] for token in opening) else None

    def named_in(self, k: int) -> list[Source]:
        """The sources that sentence k names."""
        return [source for source, _ in self.sources[k]]

    def speaker_of(self, k: int, unit: Unit) -> str | None:
        """The speaker of a unit in sentence k; None for the author of the article."""
        first, last = self.passages[k].token_range(unit)
        inside = [(source, name) for source, name in self.sources[k] if first <= source.at <= last]
        if inside or self.quoted[k] or not self.sources[k]:
            return _innermost(inside) if inside else self.by_sentence[k]
        named = self.named_in(k)
        apart = all(speaks_elsewhere(self.passages[k], unit, source, self.language) for source in named)
        return None if apart else self.by_sentence[k]


def _innermost(told: Sequence[tuple[Source, str]]) -> str:
    """Who is the first to say it: the second of "Ada Hale says Carl Bond expects a strike"."""
    (outer, name), *others = told
    inner = next(((s, said) for s, said in others if s.how == "verb" and s.name is not None), None)
    if inner is None or outer.how != "verb" or inner[0].name is None:
        return name
    return inner[1] if outer.at < inner[0].name.first <= outer.at + _SECOND_HAND else name


def listen(
    passages: Sequence[Passage], text: str, layout: Layout, language: LanguageLexicon, author: str | None = None
) -> Voices:
    """Find the voice of every sentence; the `author` of an interview is not who answers in it."""
    people = People()
    runs = [list(name_runs(p.tokens, language)) for p in passages]
    unknown: frozenset[str] = frozenset()
    met = [(p, n) for p, r in zip(passages, runs, strict=True) for n in names_in(p.tokens, r, language, unknown)]
    alone = lone_names(passages, runs)
    meet_all(people, (n._replace(person=n.person or acts_as_person(p, n, alone, language)) for p, n in met))
    spans = quoted_spans(text)
    quoted = [is_inside(spans, p.sentence.start, p.sentence.end) for p in passages]
    known = people.surnames
    voices = Voices(passages, language, layout, people, quoted)
    inside = list(chain.from_iterable(p.tokens[1:] for p in passages))
    capitals = frozenset(compress(map(_LOW, inside), map(_IS_CAPITAL, inside)))
    named_in = [list(names_in(p.tokens, r, language, known)) for p, r in zip(passages, runs, strict=True)]
    people.count(n for names in named_in for n in names if n.person)
    for k, (passage, names) in enumerate(zip(passages, named_in, strict=True)):
        named: list[tuple[Source, str]] = []
        found = sources_of(passage, names, language, capitals)
        back = names_source_before(passage, language)
        if back and not found and points_back_first(passage, language):
            found = source_named(passage, names, language)
        voices.back.append(back and bool(found))
        for source in found:
            new = source.role is not None and source.name is None and not source.definite
            behind = named_behind(k, passages, named_in, language) if new else None
            name = name_of(source, k, people, voices.heard, named, language, behind)
            named += [(source, name)] if name is not None else []
        voices.sources.append(tuple(named))
        remember(voices.heard, people, passage, names, named, quoted[k], language)
    voices.profiles = profiles_of(passages, named_in, language) or signed_lines(passages)
    voices.interviewee = _interviewee(voices, named_in, author)
    for k in range(len(passages)):
        voices.by_sentence.append(_voice(k, voices))
    return voices


def _interviewee(voices: Voices, named_in: Sequence[Sequence[Name]], author: str | None) -> str | None:
    """Who answers in an interview: who is spoken to first, else the first person named in full, not the author."""
    begins = voices.layout.begins
    if begins is None:
        return None
    turn = voices.layout.turns[0]
    writer = author.split()[-1].lower() if author and author.strip() else ""
    placed = [(n, p.sentence.start) for names, p in zip(named_in, voices.passages, strict=True) for n in names]
    addressed = [n for n, at in placed if turn.start <= at < turn.end and n.person and n.first <= _ADDRESS]
    full = [n for n, at in placed if at < turn.start and n.person and " " in n.text]
    before = [n for n in full if n.surname.lower() != writer]
    first = next(iter([*addressed[:1], *before]), None)
    known = voices.people.known(first.surname) if first else None
    return known.name if known else None


def _voice(k: int, voices: Voices) -> str | None:
    whole = next((name for source, name in voices.sources[k] if source.how != "clause"), None)
    if whole is not None:
        return whole
    turn = voices.layout.turn_at(voices.passages[k].sentence.start)
    if turn is not None:
        return _of_turn(turn, voices)
    if k in voices.profiles:
        return _known(voices.profiles[k], voices)
    if _told_behind(k, voices):
        return voices.sources[k + 1][0][1]
    return _around(k, voices) if voices.quoted[k] else _gone_on_with(k, voices)


def _of_turn(turn: str, voices: Voices) -> str | None:
    if turn == INTERVIEWEE:
        return voices.interviewee
    name = _known(turn, voices)
    return name.title() if name.isupper() and " " in name else name


def _known(name: str, voices: Voices) -> str:
    known = voices.people.known(name.rsplit(maxsplit=1)[-1])
    return known.name if known else name


def _gone_on_with(k: int, voices: Voices) -> str | None:
    """The speaker of the report that a sentence without a source goes on with."""
    passages = voices.passages
    if _reported(passages[k], voices.language):
        return _carried(k, voices)
    if _follows_report(k, voices):
        return voices.by_sentence[k - 1]
    if passages[k].has_any(_WEATHER):
        return forecaster_near(k, passages, voices.sources, voices.people.mentions, voices.language)
    if k and passages[k - 1].sentence.line == passages[k].sentence.line and announces(k, passages, voices.language):
        return voices.sources[k - 1][-1][1] if voices.sources[k - 1] else _only_person(k - 1, voices)
    told = told_on(k, passages, voices.sources, voices.language)
    told = told or told_openly(k, passages, voices.sources, voices.heard.persons, voices.language)
    lead = lead_of(k, passages, voices.sources) if told is None else None
    if lead is None and told is None:
        told = round_up_voice(k, passages, voices.heard.persons, voices.language)
    return voices.sources[lead][0][1] if lead is not None else told


def _told_behind(k: int, voices: Voices) -> bool:
    """Whether the next sentence of the paragraph says who says this one: "So says Ada Hale"."""
    if k + 1 >= len(voices.passages) or not voices.back[k + 1] or not voices.sources[k + 1]:
        return False
    return voices.passages[k].sentence.line == voices.passages[k + 1].sentence.line


def _around(k: int, voices: Voices) -> str | None:
    """The speaker of a quotation whose sentence names none: who spoke before it in the paragraph, else after."""
    passages = voices.passages
    line = passages[k].sentence.line
    after = next((i for i in range(k + 1, min(len(passages), k + _NEAR)) if voices.sources[i]), None)
    before = next((i for i in range(k - 1, max(-1, k - _NEAR), -1) if voices.sources[i]), None)
    closes = after is not None and passages[after].sentence.line == line
    closes = closes and all(voices.quoted[i] for i in range(k, after or k))
    opens = before is None or passages[before].sentence.line != line or not voices.quoted[k - 1]
    if after is not None and closes and opens:
        return voices.sources[after][0][1]
    if (told := _only_person(k - 1, voices)) is not None and passages[k - 1].sentence.line == line:
        return told
    alone = before is None or passages[before].sentence.line != line
    if alone and (shown := _only_person(k + 1, voices)) is not None and passages[k + 1].sentence.line == line:
        return shown
    if before is not None:
        return voices.sources[before][0][1]
    near = (i for i in range(k - 1, max(-1, k - _NEAR - 1), -1) if passages[i].sentence.line == line)
    if (told := next((name for i in near if (name := voices.by_sentence[i])), None)) is not None:
        return told
    return voices.sources[after][0][1] if after is not None else voices.by_sentence[k - 1] if k else None


def _carried(k: int, voices: Voices) -> str | None:
    """Reported speech without a source goes on with the last one, over the end of a paragraph as well.

    The only person of a sentence right before the subjunctives of a report is taken for their source too.
    """
    unbroken = True
    for i in range(k - 1, max(-1, k - _MEMORY), -1):
        if voices.sources[i]:
            return voices.sources[i][0][1]
        unbroken = unbroken and _goes_on(voices.passages[i + 1], voices.language)
        told = _only_person(i, voices) if unbroken else None
        if told is not None and not _in_report_mood(voices.passages[i], voices.language):
            return told
    return None


def _follows_report(k: int, voices: Voices) -> bool:
    """Whether a sentence in the second subjunctive goes on with the report of the one before it, in its paragraph."""
    passages, language = voices.passages, voices.language
    if not k or not language.noun_capitals or passages[k - 1].sentence.line != passages[k].sentence.line:
        return False
    if not passages[k].has_any(_UNREAL) or passages[k].has_any(_GLOSS):
        return False
    said = any(source.how == "verb" and may_be_person(source, language) for source, _ in voices.sources[k - 1])
    return said or _in_report_mood(passages[k - 1], language)


def _goes_on(passage: Passage, language: LanguageLexicon) -> bool:
    """Whether the sentence tells more of a person named before it: by the mood of a report, or as "he" and "she"."""
    opens = any(passage.has_at(i, "person_pronoun") for i in range(min(_FIRST_WORDS, len(passage.tokens))))
    return opens or _in_report_mood(passage, language)


def _only_person(k: int, voices: Voices) -> str | None:
    """The only person named in a sentence that nobody says, whose words the next sentence may give."""
    if not 0 <= k < len(voices.passages) or voices.quoted[k] or voices.sources[k]:
        return None
    persons = set(voices.heard.persons[k])
    return persons.pop() if len(persons) == 1 else None


def _in_report_mood(passage: Passage, language: LanguageLexicon) -> bool:
    if not passage.has_any(_MOOD):
        return False
    return any(h.word_class in _MOOD and _reports(passage, h, language) for h in passage.hits)


def _reported(passage: Passage, language: LanguageLexicon) -> bool:
    """Whether the sentence is in the mood of reported speech and names no source itself."""
    if not passage.has_any(_REPORTED):
        return False
    return any(h.word_class in _REPORTED and _reports(passage, h, language) for h in passage.hits)


def _reports(passage: Passage, hit: Hit, language: LanguageLexicon) -> bool:
    """Whether the form is a reported one: no noun, no formula ("es sei denn"), not said of oneself ("ich komme")."""
    tokens, at = passage.tokens, hit.first
    if hit.word_class != "subjunctive_report":
        return True
    if tokens[at].is_capital and language.has("noun_twins", tokens[at].low):
        return False
    if at + 1 < len(tokens) and language.has("formulas", f"{tokens[at].low} {tokens[at + 1].low}"):
        return False
    clause = passage.clauses[passage.clause_of(at)]
    return not any(language.has("myself", token.low) for token in tokens[clause.first : clause.last + 1])
