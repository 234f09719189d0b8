"""`registry extract`: the predictions in a text. It does not touch the database."""

from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from registry.cli.printing import AsJson, print_json, print_lines, print_table, say, shortened

if TYPE_CHECKING:
    from registry.cli.extraction_work import Read, Wanted
    from registry.domain.extraction.candidate import Candidate

FIELDS = (
    "statement", "quotes", "speaker", "attributed", "polarity", "kind", "condition", "hedge", "probability",
    "probability_low", "probability_high", "made_on", "due_from", "due_on", "due_text", "criteria", "grade",
    "confidence", "due_precision", "due_inferred", "due_alternative",
    "review_on", "horizon_on", "horizon_reason", "checklist", "checklist_grade",
)  # fmt: skip
"""What `--json` prints of a candidate."""


def extract(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE...", help="Files, folders, addresses, or - for what is piped in."),
    ],
    author: Annotated[str | None, typer.Option(help="Who wrote it, where the text does not say.")] = None,
    published: Annotated[str | None, typer.Option(help="Day of publication, as in 2025-08-10.")] = None,
    language: Annotated[Literal["de", "en", "auto"], typer.Option(help="Language of the text.")] = "auto",
    extractor: Annotated[
        Literal["rules", "model"],
        typer.Option(help="The offline rules, or the language model at REGISTRY_MODEL_URL, which is sent the texts."),
    ] = "rules",
    criteria_language: Annotated[
        Literal["de", "en"] | None, typer.Option(help="Language of the draft criteria; the text's if left out.")
    ] = None,
    threshold: Annotated[
        float | None,
        typer.Option(min=0, max=1, help="Least confidence of a candidate: higher is surer, lower finds more."),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Also tell why each sentence was taken or passed over.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Find the predictions in texts: .txt, .md, .html, or the page at an address.

    With --json one source gives an array of candidates, several give an object for each. Offsets count the
    characters of the text as read.
    """
    from registry.cli.asking_model import tell_model
    from registry.cli.extraction_work import read_all, sources_in, wanted_of

    wanted = wanted_of(author, published, language, explain, extractor, criteria_language, threshold)
    named = sources_in(sources)
    found = read_all(named, wanted)
    tell_model(found, as_json)
    if as_json:
        is_one = len(sources) == 1 and named == sources
        print_json(_plain(found[0], wanted) if is_one else [_plain_of_many(one, wanted) for one in found])
    else:
        for one in found:
            _print(one, wanted)
    if any(one.refusal for one in found):
        raise typer.Exit(1)


def _plain(one: "Read", wanted: "Wanted") -> Any:
    candidates = [{field: getattr(candidate, field) for field in FIELDS} for candidate in one.candidates]
    if not wanted.explain or one.extraction is None:
        return candidates
    return {
        "language": one.extraction.language,
        "notes": one.notes,
        "candidates": candidates,
        "traces": one.extraction.traces,
    }


def _plain_of_many(one: "Read", wanted: "Wanted") -> dict[str, Any]:
    if one.refusal is not None:
        return {"source": one.source, "error": one.refusal}
    plain = _plain(one, wanted)
    return {"source": one.source, **(plain if isinstance(plain, dict) else {"candidates": plain})}


def _print(one: "Read", wanted: "Wanted") -> None:
    if one.extraction is None:
        return
    for note in one.notes:
        say(f"{one.source}: {note}")
    print_table(
        ("Statement", "Speaker", "Kind", "p#", "Due", "Sure#"),
        (
            (shortened(c.statement, 160), c.speaker, c.kind, c.probability, _when(c),
             f"{c.confidence:.2f}")
            for c in one.candidates
        ),
        title=f"{one.source}: {len(one.candidates)} candidates ({one.extraction.language})",
    )  # fmt: skip
    if wanted.explain:
        print_lines(*(_explained(trace, one.text) for trace in one.extraction.traces))


def _when(candidate: "Candidate") -> str | None:
    """The last day of the window; of an undated claim the day on which to look again."""
    if candidate.due_on is not None:
        return str(candidate.due_on)
    return f"look again {candidate.review_on}" if candidate.review_on else candidate.due_text


def _explained(trace: Any, text: str) -> str:
    start, end = trace.span
    fired = ", ".join(f"{recogniser} on “{words}”" for recogniser, words in trace.fired) or "nothing"
    verdict = f"{trace.confidence:.2f} {trace.verdict}: {shortened(text[start:end])}"
    return f"{verdict}\n     fired: {shortened(fired, 300)}"
