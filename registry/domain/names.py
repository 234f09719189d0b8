"""Names as people write them, made comparable."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

_ALIKE = 70.0
_NO_WORD = re.compile("[^a-z0-9]+")
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
    for given names. Names with different digits are not, nor those that differ in a whole short word.
    """
    left, right = fold(name).split(), fold(other).split()
    if not left or not right or _digits(name) != _digits(other):
        return False
    return sorted(left) == sorted(right) or _is_slip(left, right) or _is_short_form(left, right)


class KnownNames:
    """Names already on record, ready to be searched for ones like a new name."""

    def __init__(self, names: Iterable[str]) -> None:
        self._folded = {name: fold(name) for name in names}
        self._by_last_word: dict[str, list[str]] = defaultdict(list)
        for name, folded in self._folded.items():
            self._by_last_word[folded.rpartition(" ")[2]].append(name)

    def near(self, name: str, most: int = 3) -> list[str]:
        """Names that may be the same author's, at most `most`."""
        likely = self._alike(name, 20) + self._by_last_word[fold(name).rpartition(" ")[2]]
        return [other for other in dict.fromkeys(likely) if is_near(name, other)][:most]

    def suggestions(self, name: str, most: int = 3) -> list[str]:
        """What may have been meant: near names first, then merely similar ones; at most `most`."""
        return list(dict.fromkeys(self.near(name, most) + self._alike(name, most)))[:most]

    def _alike(self, name: str, most: int) -> list[str]:
        found = process.extract(fold(name), self._folded, scorer=fuzz.token_sort_ratio, limit=most, score_cutoff=_ALIKE)
        return [other for _, _, other in found]


def _digits(name: str) -> str:
    return "".join(character for character in name if character.isdigit())


def _is_slip(left: list[str], right: list[str]) -> bool:
    one, other = " ".join(left), " ".join(right)
    allowed = next((typos for length, typos in _TYPOS_FROM_LENGTH if len(one) >= length), 0)
    if not allowed or OSA.distance(one, other, score_cutoff=allowed) > allowed:
        return False
    if len(left) != len(right):
        return True
    return all(a == b or min(len(a), len(b)) > 3 for a, b in zip(left, right, strict=True))


def _is_short_form(left: list[str], right: list[str]) -> bool:
    short, long = sorted((left, right), key=lambda words: len("".join(words)))
    if short[-1] != long[-1] or len(short[-1]) < 3:
        return False
    given_short, given_long = short[:-1], long[:-1]
    if not given_short:
        return len(given_long) > 0
    return all(len(word) == 1 for word in given_short) and given_short[0] == given_long[0][:1]
