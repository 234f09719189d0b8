"""An article as it was read, before it is put on record."""

from dataclasses import dataclass
from datetime import date

from registry.domain.extraction.candidate import Extraction
from registry.domain.vocabulary import MadeOnBasis


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of an article, what is known about it, and what was found in it.

    `addresses` lead to it, the one to show first. `published_basis` tells how `published_on` is known:
    `printed` where page or text say so, `entered` where only the caller does. `notes` tell a reviewer, in
    sentences, what was inferred and what looks incomplete. `extraction` is None where nobody looked.
    """

    text: str
    title: str | None = None
    outlet: str | None = None
    language: str | None = None
    byline: str | None = None
    published_on: date | None = None
    published_basis: MadeOnBasis | None = None
    addresses: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    extraction: Extraction | None = None
