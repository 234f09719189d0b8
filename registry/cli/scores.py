"""`registry scores`: what can be computed again."""

from typing import Annotated

import typer

from registry.cli.printing import AsJson, print_json, print_lines

DIFFERS = 1

app = typer.Typer(no_args_is_help=True, help="Scores and the sums over them.")


@app.callback()
def _group() -> None:
    """Scores and the sums over them."""


@app.command("recompute")
def recompute_scores(
    write: Annotated[bool, typer.Option("--write", help="Put right what differs.")] = False,
    as_json: AsJson = False,
) -> None:
    """Compute every score and sum afresh and compare with what is stored, to the last unit of 0.000000001.

    Ends with status 1 where something differs and is not put right.
    """
    from registry.actions.recomputing import recompute
    from registry.cli.local_work import writing

    with writing() as work:
        found = recompute(work.session, now=work.now, write=write)
    if as_json:
        print_json(found)
    else:
        verdict = "equal to the last unit" if not found.n_differing else f"{found.n_differing} differ"
        print_lines(f"{found.n_scores} scores and {found.n_cells} sums: {verdict}.", *found.differing)
        if found.put_right:
            print_lines("What differed was put right.")
    if found.n_differing and not found.put_right:
        raise typer.Exit(DIFFERS)
