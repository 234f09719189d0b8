"""Annotated articles, and how well candidates match them, counted by the rule of the `score.py` beside the project.

Some stand beside the project and are no part of it: REGISTRY_SHARED names the folder, by default `../shared`. Others
were written for it, with invented persons: those called "aside" are never learnt from.
"""

import json
import os
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import yaml

from registry.domain.extraction.candidate import Candidate, Span

SHARED = Path(os.environ.get("REGISTRY_SHARED") or Path(__file__).resolve().parents[2] / "shared")
OWN = Path(__file__).resolve().parents[1] / "tests" / "domain" / "extraction" / "texts"
FOLDERS = {"seeds": "articles", "train": "gold/train_texts", "dev": "gold/dev_texts"}
FLOOR = 0.2


@dataclass(frozen=True)
class Annotation:
    spans: tuple[Span, ...]
    speaker: str
    polarity: str
    kind: str
    required: bool
    deadline: date | None
    hedge: str | None
    probability: float | None


@dataclass(frozen=True)
class GoldArticle:
    name: str
    group: str
    language: str
    author: str | None
    published: date | None
    text: str
    annotations: tuple[Annotation, ...]


@dataclass
class Tally:
    """Counts over articles; `facts` holds, by name, whether each matched candidate was right."""

    hit: int = 0
    missed: int = 0
    wrong: int = 0
    facts: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))

    @property
    def precision(self) -> float:
        return self.hit / max(1, self.hit + self.wrong)

    @property
    def recall(self) -> float:
        return self.hit / max(1, self.hit + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.hit / max(1, 2 * self.hit + self.wrong + self.missed)

    def share(self, fact: str) -> float:
        values = self.facts[fact]
        return sum(values) / len(values) if values else float("nan")


def read_gold(group: str) -> list[GoldArticle]:
    if not (SHARED / "gold").is_dir():
        sys.exit(f"There are no annotated articles in {SHARED}; REGISTRY_SHARED may name their folder.")
    return [_read(path, group) for path in sorted((SHARED / "gold" / group).glob("*.json"))]


def _read(path: Path, group: str) -> GoldArticle:
    data = json.loads(path.read_text(encoding="utf-8"))
    text = (SHARED / FOLDERS[group] / f"{path.stem}.txt").read_text(encoding="utf-8")
    head = data["article"]
    return GoldArticle(
        path.stem,
        group,
        head["language"],
        head["author"],
        _day(head["published"]),
        text,
        tuple(_annotation(a, text, head["author"]) for a in data["predictions"]),
    )


def read_own(group: str) -> list[GoldArticle]:
    """Texts of the project's own in both languages: "reports", "opinions" or "aside"."""
    return [_own(one, group) for path in sorted(OWN.glob(f"{group}_*.yaml")) for one in _load(path)]


def _load(path: Path) -> list[dict]:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def _own(data: dict, group: str) -> GoldArticle:
    text, author = data["text"], data["author"]
    annotations = tuple(
        _annotation({"hedge": None, "required": _required(a)} | a, text, author) for a in data["predictions"]
    )
    name = f"own:{data['id']}"
    return GoldArticle(name, group, data["language"], author, _day(data["published"]), text, annotations)


def _required(annotation: dict) -> bool:
    return annotation["kind"] != "announcement" and annotation["grade"] != "vague"


def _annotation(data: dict, text: str, author: str | None) -> Annotation:
    spans = tuple((start, start + len(q)) for q in data["quotes"] for start in (text.find(q),))
    speaker = author or "" if data["speaker"] == "AUTHOR" else data["speaker"]
    return Annotation(
        spans, speaker, data["polarity"], data["kind"], data["required"], _day(data["deadline"]),
        data["hedge"], data["probability"],
    )  # fmt: skip


def _day(day: str | date | None) -> date | None:
    return date.fromisoformat(day) if isinstance(day, str) else day


def overlap(left: Iterable[Span], right: Sequence[Span]) -> float:
    best = 0.0
    for a, b in left:
        for c, d in right:
            common = min(b, d) - max(a, c)
            if common > 0:
                best = max(best, common / (max(b, d) - min(a, c)))
    return best


def count(article: GoldArticle, candidates: Sequence[Candidate], tally: Tally) -> None:
    """Add one article to the tally: maximum matching, required annotations first."""
    pairs = match(article.annotations, candidates)
    for i, annotation in enumerate(article.annotations):
        if not annotation.required:
            continue
        if i not in pairs:
            tally.missed += 1
            continue
        tally.hit += 1
        _facts(annotation, candidates[pairs[i]], tally)
    used = set(pairs.values())
    for j, candidate in enumerate(candidates):
        touched = [a for a in article.annotations if overlap(a.spans, candidate.quotes) >= FLOOR]
        if j not in used and (not touched or any(a.required for a in touched)):
            tally.wrong += 1


def _facts(annotation: Annotation, candidate: Candidate, tally: Tally) -> None:
    tally.facts["speaker"].append(_surname(candidate.speaker) == _surname(annotation.speaker))
    tally.facts["polarity"].append(candidate.polarity == annotation.polarity)
    tally.facts["kind"].append(candidate.kind == annotation.kind)
    fact = "due" if annotation.deadline else "no due"
    tally.facts[fact].append(candidate.due_on == annotation.deadline)


def _surname(name: str | None) -> str:
    return (name or "").lower().split()[-1] if (name or "").split() else ""


def match(annotations: Sequence[Annotation], candidates: Sequence[Candidate]) -> dict[int, int]:
    """Which annotation is met by which candidate, by their numbers."""
    edges = {
        i: sorted(
            (j for j, c in enumerate(candidates) if overlap(a.spans, c.quotes) >= FLOOR),
            key=lambda j: -overlap(annotations[i].spans, candidates[j].quotes),
        )
        for i, a in enumerate(annotations)
    }
    taken: dict[int, int] = {}

    def place(i: int, seen: set[int]) -> bool:
        for j in edges[i]:
            if j not in seen:
                seen.add(j)
                if j not in taken or place(taken[j], seen):
                    taken[j] = i
                    return True
        return False

    for i in sorted(edges, key=lambda i: not annotations[i].required):
        place(i, set())
    return {i: j for j, i in taken.items()}
