"""`registry track-record`: what an author's word has been worth."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from registry.cli.printing import AsJson, figure, print_json, print_lines, print_table

if TYPE_CHECKING:
    from registry.schemas.track_records import TrackRecord


def show_track_record(
    author: Annotated[str, typer.Argument(help="Slug, name or alias.")],
    collection: Annotated[str | None, typer.Option(help="Slug of the collection to look at.")] = None,
    tag: Annotated[str | None, typer.Option(help="Only predictions with this tag.")] = None,
    basis: Annotated[
        Literal["stated", "hedged", "assumed"] | None, typer.Option(help="Only probabilities of this basis.")
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(help="As it stood at the end of that day (UTC), or at an instant.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show an author's record: counts, scores with intervals, calibration."""
    record = _read(author, {"collection": collection, "tag": tag, "basis": basis, "as_of": as_of})
    if as_json:
        print_json(record)
    else:
        _print(record)


def _read(name: str, narrowed: dict[str, object]) -> "TrackRecord":
    from registry.cli.finding_authors import author_named
    from registry.cli.local_work import reading
    from registry.cli.refusals import read_as
    from registry.schemas.track_records import TrackRecordFilter
    from registry.storage.record_filters import instant_of
    from registry.storage.track_records import of_author

    wanted = read_as(TrackRecordFilter, narrowed)
    with reading() as work:
        as_of = instant_of(wanted, work.now)
        return of_author(work.session, author_named(work.session, name), wanted, as_of=as_of, now=work.now)


def _print(record: "TrackRecord") -> None:
    print_lines(
        f"{record.author.name} ({record.author.slug})",
        f"{record.n} predictions: {record.n_open} open, {record.n_due} due, {record.n_resolved} resolved; "
        f"{record.n_scored} scored, {record.n_ambiguous} ambiguous, {record.n_annulled} annulled, "
        f"{record.n_without_probability} without a probability, {record.n_late} entered late",
    )
    print_table(
        ("Figure", "Value#", "95 % interval"),
        (
            ("Brier score (0 best)", figure(record.brier, 4), _between(record.brier_low, record.brier_high)),
            ("Log score (0 best)", figure(record.log_score, 4), None),
            ("Skill over the baseline", figure(record.skill), _between(record.skill_low, record.skill_high)),
            (f"Hits ({record.n_hits} of {record.n_calls} calls)", figure(record.hit_rate),
             _between(record.hit_rate_low, record.hit_rate_high)),
            ("Came true", figure(record.base_rate), None),
            ("Reliability (0 best)", figure(record.reliability, 4), None),
            ("Resolution", figure(record.resolution, 4), None),
        ),
    )  # fmt: skip
    bins = [one for one in record.calibration if one.n]
    if bins:
        print_table(
            ("Given", "n#", "Mean p#", "Came true#", "95 % interval"),
            (
                (f"{one.low:.0%} to {one.high:.0%}", one.n, figure(one.mean_probability),
                 figure(one.frequency), _between(one.frequency_low, one.frequency_high))
                for one in bins
            ),
        )  # fmt: skip


def _between(low: float | None, high: float | None) -> str | None:
    return None if low is None or high is None else f"{low:.3f} to {high:.3f}"
