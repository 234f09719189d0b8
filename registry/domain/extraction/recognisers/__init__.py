"""One phenomenon per module; each turns a sentence into readings and knows nothing of the others."""

from registry.domain.extraction.recognisers.believed_present import believed_present
from registry.domain.extraction.recognisers.dated_present import dated_present
from registry.domain.extraction.recognisers.frames import frames
from registry.domain.extraction.recognisers.inverted_condition import inverted_condition
from registry.domain.extraction.recognisers.modal_verbs import modal_verbs
from registry.domain.extraction.recognisers.percentages import percentages
from registry.domain.extraction.recognisers.present_condition import present_condition
from registry.domain.extraction.recognisers.present_outcome import present_outcome
from registry.domain.extraction.recognisers.weather import weather

RECOGNISERS = frozenset(
    {
        believed_present,
        dated_present,
        frames,
        inverted_condition,
        modal_verbs,
        percentages,
        present_condition,
        present_outcome,
        weather,
    }
)
"""Unordered on purpose: no recogniser may count on another."""
