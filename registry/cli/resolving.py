"""`registry resolve`: what happened, with evidence."""

from typing import Annotated, Literal
from uuid import UUID

import typer

from registry.cli.printing import AsJson, print_json, print_lines


def resolve(
    prediction: Annotated[UUID, typer.Argument(help="Id of the prediction.")],
    outcome: Annotated[
        Literal["yes", "no", "partly", "ambiguous", "annulled"],
        typer.Argument(help="Did the statement as worded come true?"),
    ],
    evidence_url: Annotated[str | None, typer.Option(help="Address where it can be read.")] = None,
    archived_url: Annotated[str | None, typer.Option(help="An archived copy of it.")] = None,
    citation: Annotated[str | None, typer.Option(help="The source in words, where there is none.")] = None,
    share: Annotated[float | None, typer.Option(help="With partly: how much of it came true.")] = None,
    reason: Annotated[str | None, typer.Option(help="With annulled: why, as in event_cancelled.")] = None,
    known_on: Annotated[str | None, typer.Option(help="Day on which the outcome became known.")] = None,
    note: Annotated[str | None, typer.Option(help="How the verdict was reached.")] = None,
    role: Annotated[Literal["verdict", "second", "decision"], typer.Option(help="Its part.")] = "verdict",
    as_json: AsJson = False,
) -> None:
    """Judge a prediction. Needs evidence: an address, or a citation of 10 characters or more."""
    values = {name: value for name, value in locals().items() if name not in {"prediction", "as_json"}}
    from registry.actions.judgements import judge
    from registry.cli.local_work import writing
    from registry.cli.refusals import read_as
    from registry.schemas.judgements import JudgementNew

    new = read_as(JudgementNew, values)
    with writing() as work:
        made = judge(work.session, work.actor, prediction, new, now=work.now)
    if as_json:
        print_json(made)
    else:
        held = "in force" if made.in_force else "kept beside the judgement in force"
        print_lines(f"Judged {made.prediction_id}: {made.outcome}, known on {made.known_on}; {held}.")
