"""`registry leaderboard`: authors compared by what is proved at least."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from registry.cli.printing import AsJson, figure, print_json, print_lines, print_table

if TYPE_CHECKING:
    from registry.schemas.leaderboards import Leaderboard, LeaderboardLine

Text = str | None


def show_leaderboard(
    metric: Annotated[Literal["skill", "brier", "hit_rate"], typer.Option(help="What ranks.")] = "skill",
    minimum: Annotated[int, typer.Option(help="Fewest scored predictions for a rank.")] = 0,
    widest: Annotated[float, typer.Option(help="Widest interval of a skill that gets a rank.")] = 1.0,
    collection: Annotated[Text, typer.Option(help="Slug of the collection to look at.")] = None,
    tag: Annotated[Text, typer.Option(help="Only predictions with this tag.")] = None,
    basis: Annotated[
        Literal["stated", "hedged", "assumed"] | None, typer.Option(help="Only probabilities of this basis.")
    ] = None,
    kind: Annotated[Literal["forecast", "conditional"] | None, typer.Option(help="Only this kind.")] = None,
    hedge: Annotated[Text, typer.Option(help="Only with these words of certainty.")] = None,
    outlet: Annotated[Text, typer.Option(help="Only said in this outlet.")] = None,
    reported_by: Annotated[Text, typer.Option(help="Only reported by this person.")] = None,
    made_from: Annotated[Text, typer.Option(help="Only said on or after this day.")] = None,
    made_to: Annotated[Text, typer.Option(help="Only said on or before this day.")] = None,
    as_of: Annotated[Text, typer.Option(help="As it stood at the end of that day (UTC), or at an instant.")] = None,
    limit: Annotated[int, typer.Option(help="How many lines at most.")] = 100,
    as_json: AsJson = False,
) -> None:
    """Compare authors. Who cannot be ranked yet stands below, with the reason."""
    wanted = {name: value for name, value in locals().items() if name != "as_json"}
    board = _read(wanted)
    if as_json:
        print_json(board)
    else:
        _print(board)


def _read(narrowed: dict[str, object]) -> "Leaderboard":
    from registry.cli.local_work import reading
    from registry.cli.refusals import read_as
    from registry.schemas.leaderboards import LeaderboardFilter
    from registry.storage.leaderboards import present, standings
    from registry.storage.record_filters import instant_of

    wanted = read_as(LeaderboardFilter, narrowed)
    with reading() as work:
        as_of = instant_of(wanted, work.now)
        found = standings(work.session, wanted, as_of=as_of, now=work.now)
        return present(work.session, found, wanted, as_of)


def _print(board: "Leaderboard") -> None:
    columns = ("Rank#", "Author", "n#", "Skill", "Skill, shrunk", "Brier#", "Hits#", "Not scored#", "")
    print_table(columns, map(_cells, board.lines))
    print_lines(
        f"{board.n_ranked} of {board.n_authors} authors ranked by {board.metric}, from {board.n_rows} scored "
        f"predictions, as of {board.as_of:%Y-%m-%d %H:%M} UTC.",
        f"Score version {board.score_version}, inputs {board.inputs_sha256}",
    )


def _cells(line: "LeaderboardLine") -> tuple[object, ...]:
    share = line.unscored_share
    return (
        line.rank,
        line.author.name,
        line.n_scored,
        _with_interval(line.skill, line.skill_low, line.skill_high),
        _with_interval(line.shrunk_skill, line.shrunk_skill_low, line.shrunk_skill_high),
        figure(line.brier, 4),
        figure(line.hit_rate),
        None if share is None else f"{share:.0%}",
        line.unranked.replace("_", " ") if line.unranked else None,
    )


def _with_interval(value: float | None, low: float | None, high: float | None) -> str | None:
    if value is None or low is None or high is None:
        return figure(value)
    return f"{value:.3f} ({low:.3f} to {high:.3f})"
