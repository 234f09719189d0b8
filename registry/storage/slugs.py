"""Slugs: short names of things that stand in addresses and never change."""

from collections.abc import Callable
from itertools import count

from slugify import slugify

LONGEST = 100
_GERMAN = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("Ä", "Ae"), ("Ö", "Oe"), ("Ü", "Ue"), ("ß", "ss"))


def free_slug(text: str, noun: str, is_taken: Callable[[str], bool]) -> str:
    """A slug made of `text`, or of `noun` where it holds no letter; with -2, -3 … while it is taken."""
    wanted = slugify(text, replacements=_GERMAN, max_length=LONGEST, word_boundary=True) or noun
    if not is_taken(wanted):
        return wanted
    return next(slug for number in count(2) if not is_taken(slug := f"{wanted}-{number}"))
