"""Loading the demo: the commentaries, the invented columnists and the example articles."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from registry.actions import articles
from registry.actions.acting import Actor
from registry.demo.columns import NAME as COLUMNS_NAME
from registry.demo.columns import load_columns
from registry.demo.commentaries import load_commentaries
from registry.domain.reading import Reading
from registry.storage import collections


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the demo put on record: slugs of its collections, and how many articles wait to be read."""

    collections: tuple[str, ...]
    n_articles: int


def is_loaded(session: Session) -> bool:
    """Whether the demo is on record."""
    return collections.named(session, COLUMNS_NAME) is not None


def load(session: Session, actor: Actor, readings: Iterable[Reading], *, now: datetime) -> Loaded:
    """Put the demo on record. Raises Conflict where a part of it is on record already."""
    slugs = (load_commentaries(session, actor, now=now), load_columns(session, actor, now=now))
    made = [articles.add(session, actor, reading, now=now) for reading in readings]
    return Loaded(slugs, len(made))
