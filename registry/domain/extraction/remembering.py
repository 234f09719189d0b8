"""What was found out about a word, kept for the next time that it comes, and equal values kept only once."""

from collections.abc import Callable, Hashable, Sequence
from functools import lru_cache
from typing import TypeVar, cast

_MOST_WORDS = 30_000
T = TypeVar("T")
H = TypeVar("H", bound=Hashable)


class Memory(dict[str, T]):
    """What `ask` says of each word that was looked up by `[word]`, asked once; one that grows too large starts anew."""

    def __init__(self, ask: Callable[[str], T]) -> None:
        """Begin with no word known."""
        super().__init__()
        self._ask = ask

    def __missing__(self, word: str) -> T:
        """Ask, and keep the answer."""
        if len(self) > _MOST_WORDS:
            self.clear()
        value = self[word] = self._ask(word)
        return value


def remembered(seen: dict[str, T], word: str, value: T) -> T:
    """The value, noted in `seen`; a memory that grows too large starts anew."""
    if len(seen) > _MOST_WORDS:
        seen.clear()
    seen[word] = value
    return value


_shared: dict[str, str] = {}


def shared(words: Sequence[str]) -> list[str]:
    """The words, equal ones the same string, which spares much memory in a long text."""
    if len(_shared) > _MOST_WORDS:
        _shared.clear()
    return list(map(_shared.setdefault, words, words))


def once(value: H) -> H:
    """The first of equal values, so that a long text, in which much is alike, keeps each only once."""
    return cast(H, _once(value))


@lru_cache(maxsize=5_000)
def _once(value: Hashable) -> Hashable:
    return value
