"""Names as people write them, made comparable."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

_ALIKE = 70.0
_NO_WORD = re.compile("[^a-z0-9]+")
_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_TITLES = frozenset(
    "dr prof professor professorin phd mr mrs ms herr frau sir dame lord lady senator senatorin president prasident "
    "minister ministerin chancellor kanzler kanzlerin general jr sr".split()
)
_TYPOS_FROM_LENGTH = ((12, 2), (6, 1))


def fold(text: str) -> str:
    """Text without case, accents, punctuation and doubled spaces: equal for names that only differ in these.

    >>> fold("  M.  Żółty-Müller ")
    'm zołty muller'
    """
    if text.isascii():
        return _NO_WORD.sub(" ", text.lower()).strip()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    kept = (character for character in decomposed if not unicodedata.combining(character))
    return " ".join("".join(c if c.isalnum() else " " for c in kept).split())


def is_near(name: str, other: str) -> bool:
    """Whether two names are so alike that they may well be one author's.

    So are: the same words in another order, one or two slips of the pen, a surname for a full name, initials
    for given names, a title or words in brackets more. Names with different digits are not, nor those that
    differ in a whole short word.
    """
    left, right = _words(name), _words(other)
    if not left or not right or _digits(name) != _digits(other):
        return False
    return sorted(left) == sorted(right) or _is_slip(left, right) or _is_short_form(left, right)


class KnownNames:
    """Names already on record, ready to be searched for ones like a new name."""

    def __init__(self, names: Iterable[str]) -> None:
        self._folded = {name: fold(name) for name in names}
        self._by_last_word: dict[str, list[str]] = defaultdict(list)
        for name in self._folded:
            self._by_last_word[_last_word(name)].append(name)

    def near(self, name: str, most: int = 3) -> list[str]:
        """Names that may be the same author's, at most `most`."""
        likely = self._alike(name, 20) + self._by_last_word[_last_word(name)]
        return [other for other in dict.fromkeys(likely) if is_near(name, other)][:most]

    def suggestions(self, name: str, most: int = 3) -> list[str]:
        """What may have been meant: near names first, then merely similar ones; at most `most`."""
        return list(dict.fromkeys(self.near(name, most) + self._alike(name, most)))[:most]

    def _alike(self, name: str, most: int) -> list[str]:
        found = process.extract(fold(name), self._folded, scorer=fuzz.token_sort_ratio, limit=most, score_cutoff=_ALIKE)
        return [other for _, _, other in found]


def _digits(name: str) -> str:
    return "".join(character for character in name if character.isdigit())


def _words(name: str) -> list[str]:
    """The folded words without titles and brackets, unless nothing else is left."""
    folded = fold(name).split()
    plain = [word for word in fold(_IN_BRACKETS.sub(" ", name)).split() if word not in _TITLES]
    return plain or folded


def _last_word(name: str) -> str:
    return (_words(name) or [""])[-1]


def _is_slip(left: list[str], right: list[str]) -> bool:
    one, other = " ".join(left), " ".join(right)
    allowed = next((typos for length, typos in _TYPOS_FROM_LENGTH if len(one) >= length), 0)
    if not allowed or OSA.distance(one, other, score_cutoff=allowed) > allowed:
        return False
    if len(left) != len(right):
        return True
    # Short words are often whole names of their own: Ann Lee is not Ann Roe, but An Lee may be.
    return all(a == b or min(len(a), len(b)) > 3 or len(a) != len(b) for a, b in zip(left, right, strict=True))


def _is_short_form(left: list[str], right: list[str]) -> bool:
    short, long = sorted((left, right), key=lambda words: len("".join(words)))
    if short[-1] != long[-1] or len(short[-1]) < 3:
        return False
    given_short, given_long = short[:-1], long[:-1]
    if not given_short:
        return len(given_long) > 0
    return all(len(word) == 1 for word in given_short) and given_short[0] == given_long[0][:1]
