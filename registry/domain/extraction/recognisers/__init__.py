"""One phenomenon per module; each turns a sentence into readings and knows nothing of the others."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from registry.domain.extraction.clauses import MODAL, Clause
from registry.domain.extraction.lexicon import LanguageLexicon
from registry.domain.extraction.phrases import Hit
from registry.domain.extraction.readings import Reading
from registry.domain.extraction.recognisers.believed_present import believed_present
from registry.domain.extraction.recognisers.dated_present import TIMES, dated_present
from registry.domain.extraction.recognisers.frames import FRAMES, frames
from registry.domain.extraction.recognisers.inverted_condition import inverted_condition
from registry.domain.extraction.recognisers.modal_verbs import modal_verbs
from registry.domain.extraction.recognisers.percentages import percentages
from registry.domain.extraction.recognisers.present_condition import CONDITIONS, present_condition
from registry.domain.extraction.recognisers.present_outcome import OUTCOMES, present_outcome
from registry.domain.extraction.recognisers.weather import weather
from registry.domain.extraction.tokens import Token

Recogniser = Callable[[Sequence[Token], Sequence[Hit], Sequence[Clause], LanguageLexicon], Iterator[Reading]]

RECOGNISERS: Mapping[Recogniser, frozenset[str]] = {
    believed_present: frozenset({"belief"}),
    dated_present: TIMES,
    frames: frozenset(FRAMES),
    inverted_condition: frozenset(),
    modal_verbs: MODAL,
    percentages: frozenset({"percent"}),
    present_condition: CONDITIONS,
    present_outcome: OUTCOMES,
    weather: frozenset({"weather"}),
}
"""By recogniser the word classes of which one must stand in the sentence, none for what goes by the order of words.

They stand in no order: none may count on another.
"""


_SIGNS = frozenset[str]().union(*RECOGNISERS.values())
_WORDLESS = [one for one, signs in RECOGNISERS.items() if not signs]


def readings_of(
    tokens: Sequence[Token],
    hits: Sequence[Hit],
    clauses: Sequence[Clause],
    language: LanguageLexicon,
    classes: frozenset[str],
) -> tuple[Reading, ...]:
    """What all recognisers make of a sentence in which phrases of these word `classes` stand, by place."""
    present = _SIGNS & classes
    asked = [one for one, signs in RECOGNISERS.items() if not signs.isdisjoint(present)] if present else []
    found = [reading for one in (*asked, *_WORDLESS) for reading in one(tokens, hits, clauses, language)]
    return tuple(sorted(found, key=lambda r: (r.at, r.kind, r.clause, -1 if r.verb is None else r.verb)))
