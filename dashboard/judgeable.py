"""How well a claim can be judged as it stands: a checklist, each point with its reason."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

VAGUE = re.compile(
    r"\b(soon|eventually|sooner or later|in the long run|more and more|significant\w*|major|better|worse|"
    r"bald|irgendwann|früher oder später|langfristig|zunehmend|deutlich\w*|erheblich\w*|besser|schlechter)\b",
    re.IGNORECASE,
)
SHORTEST = 4
"""Words that a statement needs to say who does what."""


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that makes a claim judgeable. `name` is that of its words, `found` what stands against it."""

    name: str
    met: bool
    found: str = ""


def points(claim: Mapping[str, Any]) -> list[Point]:
    """All points, met or not, for the fields of a prediction; how precise it is only once there is a statement."""
    statement = str(claim.get("statement") or "")
    vague = VAGUE.search(statement)
    precise = [Point("precise", vague is None, vague.group() if vague else "")] if statement else []
    return [
        Point("complete", len(statement.split()) >= SHORTEST),
        Point("dated", claim.get("due_on") is not None),
        Point("criteria", bool(claim.get("criteria"))),
        *precise,
        Point("probability", claim.get("probability") is not None),
    ]
