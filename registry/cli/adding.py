"""`registry add`: one prediction, put on record by hand."""

from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from registry.cli.printing import AsJson, print_json, print_lines

if TYPE_CHECKING:
    from registry.schemas.predictions import Prediction

MENTION_FIELDS = {
    "quote": "quote",
    "source_url": "address",
    "source": "source",
    "reported_by": "reported_by",
    "outlet": "outlet",
}
"""Options that tell where it was said, and the fields of a mention that they fill."""

NewAuthorsOption = Annotated[
    Literal["refuse", "create"], typer.Option(help="What to do with an author who is not on record.")
]
Text = str | None
Number = float | None


def _option(words: str, *names: str) -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(*names, help=words)
    return option


def add(
    statement: Annotated[str, typer.Argument(help="The claim as the author asserts it, negation included.")],
    author: Annotated[str, _option("Whoever says it: slug, name or alias.")],
    made_on: Annotated[str, _option("Day on which it was said, as in 2025-08-10.")],
    due_on: Annotated[Text, _option("Last day of the due window; without it a review is planned.")] = None,
    due_from: Annotated[Text, _option("First day of the due window.")] = None,
    probability: Annotated[Number, _option("Of the statement as worded, from 0 to 1.")] = None,
    probability_low: Annotated[Number, _option("Lower end of what the words allow.")] = None,
    probability_high: Annotated[Number, _option("Upper end of what the words allow.")] = None,
    basis: Annotated[
        Literal["stated", "hedged", "assumed"] | None, _option("Where the probability comes from.")
    ] = None,
    kind: Annotated[Literal["forecast", "conditional", "announcement"] | None, _option("Its kind.")] = None,
    condition: Annotated[Text, _option("What has to hold first.")] = None,
    criteria: Annotated[Text, _option("What decides, by which kind of source.")] = None,
    quote: Annotated[Text, _option("The exact words.")] = None,
    source_url: Annotated[Text, _option("Address where it can be read.")] = None,
    source: Annotated[Text, _option("The place in words, where there is no address.")] = None,
    reported_by: Annotated[Text, _option("Who reported it, if not the author.")] = None,
    outlet: Annotated[Text, _option("Where it was published.")] = None,
    tag: Annotated[list[str] | None, _option("A word to file it under; may be repeated.")] = None,
    collection: Annotated[Text, _option("Slug of a collection.")] = None,
    question: Annotated[Text, _option("Slug or id of a question.")] = None,
    sense: Annotated[int | None, _option("-1 where the statement says no to its question.")] = None,
    baseline: Annotated[Number, _option("What a reference gave the statement then.")] = None,
    baseline_source: Annotated[Text, _option("Which reference.")] = None,
    time_zone: Annotated[Text, _option("IANA zone that its days are counted in.")] = None,
    ref: Annotated[Text, _option("Your own id for it.")] = None,
    new_authors: NewAuthorsOption = "refuse",
    as_json: AsJson = False,
) -> None:
    """Put a prediction on record."""
    values = dict(locals())
    del values["as_json"]
    made = _record(values)
    if as_json:
        print_json(made)
        return
    when = f"due on {made.due_on}" if made.due_on else f"without a date, to be looked at on {made.review_on}"
    print_lines(f"Recorded {made.id}: {made.author.name}, {when}.")


def _record(values: dict[str, Any]) -> "Prediction":
    from registry.actions.predictions import record
    from registry.cli.local_work import writing
    from registry.cli.refusals import read_as
    from registry.schemas.predictions import PredictionNew

    mention = {field: values.pop(option) for option, field in MENTION_FIELDS.items()}
    values |= {"tags": values.pop("tag"), "probability_basis": values.pop("basis")}
    given = {field: value for field, value in mention.items() if value is not None}
    new = read_as(PredictionNew, values | {"mentions": [given] if given else None})
    with writing() as work:
        return record(work.session, work.actor, new, now=work.now, zone=work.zone)
