"""Which language a text is in, told by its function words."""

from collections import Counter

from registry.domain.errors import Invalid
from registry.domain.extraction.knowledge import Lexicon
from registry.domain.extraction.lexicon import LanguageLexicon

_LEAST_SHARE = 0.12
_SAMPLE = 6000
_MARKS = ".,;:!?\"'()„“”»«"


def choose_language(text: str, wanted: str, lexicon: Lexicon) -> LanguageLexicon:
    """The language `wanted`, or with "auto" the one whose function words are the most frequent in the text.

    Raises Invalid, naming the languages at hand, when the wanted one is unknown or none fits.
    """
    at_hand = ", ".join(sorted(lexicon.languages))
    if wanted != "auto":
        if wanted in lexicon.languages:
            return lexicon.languages[wanted]
        raise Invalid(f"No lexicon for the language {wanted!r}; there are: {at_hand}. Or say auto.")
    words = Counter(text[:_SAMPLE].lower().split())
    plain = [(word.strip(_MARKS), times) for word, times in words.items()]
    known = {code: one.any_of("function_words") for code, one in lexicon.languages.items()}
    shares = {code: sum([times for word, times in plain if word in those]) for code, those in known.items()}
    best = max(shares, key=lambda code: (shares[code], code))
    if not words or shares[best] < _LEAST_SHARE * words.total():
        raise Invalid(f"The text seems to be in none of the supported languages ({at_hand}); name one with `language`.")
    return lexicon.languages[best]
