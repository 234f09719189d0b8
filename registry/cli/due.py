"""`registry due`: what waits for a judgement."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from registry.cli.printing import AsJson, figure, print_json, print_lines, print_table, shortened

if TYPE_CHECKING:
    from registry.schemas.due import DueList


def list_due(
    urgency: Annotated[
        Literal["later", "soon", "due", "overdue"] | None,
        typer.Option(help="Only these; soon and later list what is not yet due."),
    ] = None,
    author: Annotated[str | None, typer.Option(help="Slug, name or alias.")] = None,
    collection: Annotated[str | None, typer.Option(help="Slug.")] = None,
    assignee: Annotated[str | None, typer.Option(help="Name of a person.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="At most so many.")] = 50,
    as_json: AsJson = False,
) -> None:
    """List the predictions that can be judged now, the longest due first."""
    found = _find(urgency, author, collection, assignee, limit)
    if as_json:
        print_json(found)
        return
    counts = found.counts
    print_lines(
        f"{counts.overdue} overdue, {counts.due} due, {counts.soon} soon; "
        f"{counts.disputed} disputed, {counts.candidates} candidates to look at."
    )
    if found.items:
        print_table(
            ("Due", "Author", "Statement", "p#", "Urgency", "Id"),
            (
                (one.due_on or one.review_on, one.author.name, shortened(one.statement),
                 figure(one.probability, 2), one.urgency, one.id)
                for one in found.items
            ),
        )  # fmt: skip
    if found.next_cursor:
        print_lines(f"There are more than these {limit}; --limit shows more.")


def _find(
    urgency: str | None, author: str | None, collection: str | None, assignee: str | None, limit: int
) -> "DueList":
    from registry.cli.local_work import reading
    from registry.cli.refusals import read_as
    from registry.domain.vocabulary import Status
    from registry.schemas.filters import PredictionFilter
    from registry.storage.due import due_list

    wanted = read_as(
        PredictionFilter,
        {
            "status": None if urgency else Status.due,
            "urgency": urgency,
            "author": author,
            "collection": collection,
            "assignee": assignee,
        },
    )
    with reading() as work:
        return due_list(work.session, wanted, None, limit, work.now)
