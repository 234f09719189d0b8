"""The columns of an import file, and which of them a file must have."""

from collections.abc import Iterable, Sequence

from rapidfuzz import process

from registry.domain.errors import Fault, Invalid

REQUIRED = ("author", "statement", "made_on")
COLUMNS = (
    *REQUIRED, "due_on", "probability", "outcome", "ref", "criteria", "quote", "source_url", "source", "reported_by",
    "outlet", "tags", "collection", "question", "sense", "probability_low", "probability_high", "probability_basis",
    "known_on", "evidence_url", "citation", "baseline", "baseline_source", "due_from", "kind", "condition", "language",
    "time_zone", "made_on_basis", "review_on", "horizon_on", "hedge", "grade", "polarity", "due_text", "reason", "note",
    "archived_address", "said_on", "archived_url", "known_on_inferred", "condition_met", "condition_decided_on",
    "due_rule", "hedge_table_version", "muted", "entered_at", "extractor", "extractor_version",
    "question_wording", "collection_name", "collection_separate",
)  # fmt: skip
SAME_AS = {"deadline": "due_on"}
KNOWN = frozenset((*COLUMNS, *SAME_AS))


def column_of(heading: str) -> str:
    """The column that a heading means, whatever its case and spaces; unknown ones come back as they are."""
    plain = "_".join(heading.strip().lower().split())
    return SAME_AS.get(plain, plain)


def check_header(headings: Sequence[str]) -> list[str]:
    """The columns of a header. Raises Invalid that names every column that is unknown, doubled or missing."""
    columns = [column_of(heading) for heading in headings]
    faults = [*column_faults(columns, "line 1"), *_doubled(columns)]
    faults += [Fault("line 1", f"the column {name} is missing") for name in REQUIRED if name not in columns]
    if faults:
        raise Invalid("The first line must name the columns.", faults)
    return columns


def column_faults(columns: Iterable[str], where: str) -> list[Fault]:
    """A fault for each name that is no column, with the columns that may have been meant."""
    faults = []
    for name in columns:
        if name not in KNOWN:
            meant = tuple(found for found, *_ in process.extract(name, COLUMNS, limit=2, score_cutoff=70))
            message = f"there is no column “{name}”; rename it or take it out"
            faults.append(Fault(where, message if name else "a column has no name", meant))
    return faults


def _doubled(columns: Sequence[str]) -> list[Fault]:
    doubled = dict.fromkeys(name for name in columns if columns.count(name) > 1 and name in KNOWN)
    return [Fault("line 1", f"the column {name} is there twice (deadline is due_on)") for name in doubled]
