"""Text in, candidates out: the order of the steps and nothing else."""

from datetime import date

from registry.domain.errors import Invalid
from registry.domain.extraction.candidate import Candidate, Extraction, Inferred, Trace
from registry.domain.extraction.features import features_of
from registry.domain.extraction.language import choose_language
from registry.domain.extraction.lexicon import Lexicon
from registry.domain.extraction.passage import Passage, read_passage
from registry.domain.extraction.sentences import split_sentences
from registry.domain.extraction.units import Unit

EXTRACTOR = "rules"
EXTRACTOR_VERSION = "1"


def extract(
    text: str,
    *,
    lexicon: Lexicon,
    language: str = "auto",
    author: str | None = None,
    published: date | None = None,
    threshold: float | None = None,
    explain: bool = False,
) -> Extraction:
    """The predictions in `text`, surest first.

    `author` and `published` are the article's where the caller knows them; else they are looked for in the text and
    marked as found. `threshold` (0 to 1) trades precision (higher) against recall (lower). With `explain` the traces
    tell for each sentence with a future or modal verb what was seen in it and why it was passed over.
    Raises Invalid for an empty text and for a language without a lexicon.
    """
    if not text.strip():
        raise Invalid("The text is empty; there is nothing to extract from.")
    words = choose_language(text, language, lexicon)
    least = lexicon.scorer.threshold if threshold is None else threshold
    sentences = split_sentences(text, words)
    candidates, traces = [], []
    for number, sentence in enumerate(sentences):
        passage = read_passage(text, sentence, words)
        for unit in passage.units():
            features = features_of(passage, unit, number)
            confidence = lexicon.scorer.confidence(features, words.code)
            if confidence >= least:
                candidates.append(_candidate(passage, unit, confidence, author, published))
            if explain:
                fired = tuple((h.word_class, passage.words) for h in passage.hits)
                traces.append(
                    Trace(
                        passage.span(unit),
                        "kept" if confidence >= least else "below threshold",
                        confidence,
                        fired,
                    )
                )
    candidates.sort(key=lambda c: (-c.confidence, c.quotes))
    return Extraction(
        tuple(candidates),
        words.code,
        "given" if language != "auto" else "found",
        None,
        Inferred(author, "given") if author else None,
        Inferred(published, "given") if published else None,
        EXTRACTOR,
        EXTRACTOR_VERSION,
        (),
        tuple(traces),
    )


def _candidate(
    passage: Passage, unit: Unit, confidence: float, author: str | None, published: date | None
) -> Candidate:
    start, end = passage.span(unit)
    classes = frozenset().union(*(c.classes for c in passage.clauses[unit.first : unit.last + 1]))
    conditional = "condition_head" in classes
    return Candidate(
        statement=passage.text[start:end],
        quotes=((start, end),),
        speaker=author,
        attributed=False,
        polarity="no" if "negation" in classes else "yes",
        kind="conditional" if conditional else "forecast",
        condition=None,
        hedge=None,
        probability=None,
        probability_low=None,
        probability_high=None,
        probability_basis=None,
        hedge_table_version=None,
        made_on=published,
        made_on_basis=None,
        due_from=None,
        due_on=None,
        due_text=None,
        due_rule=None,
        criteria=None,
        grade="soft",
        confidence=round(confidence, 4),
    )
