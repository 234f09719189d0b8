"""`registry authors`: who makes predictions, and the names they go by."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from registry.cli.printing import AsJson, print_json, print_lines, print_table

if TYPE_CHECKING:
    from registry.schemas.authors import Author

app = typer.Typer(help="Authors, and the names they go by.", no_args_is_help=True)

AuthorArgument = Annotated[str, typer.Argument(metavar="AUTHOR", help="Slug, name or alias.")]
Kinds = Literal["person", "organisation", "group"]


@app.command("list")
def list_authors(
    q: Annotated[str | None, typer.Option("--q", help="Part of a name.")] = None,
    kind: Annotated[Kinds | None, typer.Option(help="Only of this kind.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="At most so many.")] = 200,
    as_json: AsJson = False,
) -> None:
    """List authors in the order of their slugs."""
    from registry.cli.local_work import reading
    from registry.storage.authors import present, search

    with reading() as work:
        found = search(work.session, q, kind, None, limit)
        authors = present(work.session, found.rows)
    if as_json:
        print_json(authors)
        return
    print_table(
        ("Author", "Slug", "Kind", "Predictions#", "Other names"),
        ((one.name, one.slug, one.kind, one.n_predictions, ", ".join(one.aliases)) for one in authors),
    )
    if found.next_cursor:
        print_lines(f"There are more than these {limit}; --limit shows more.")


@app.command("show")
def show_author(author: AuthorArgument, as_json: AsJson = False) -> None:
    """Show one author with all names."""
    from registry.cli.finding_authors import author_named
    from registry.cli.local_work import reading
    from registry.storage.authors import present

    with reading() as work:
        _show(present(work.session, [author_named(work.session, author)])[0], as_json)


@app.command("add")
def add_author(
    name: Annotated[str, typer.Argument(help="The name as it should be shown.")],
    alias: Annotated[list[str] | None, typer.Option(help="Another name; may be repeated.")] = None,
    kind: Annotated[Kinds, typer.Option(help="Person, organisation or group.")] = "person",
    description: Annotated[str | None, typer.Option(help="Office or field.")] = None,
    wikidata: Annotated[str | None, typer.Option(help="Item on Wikidata, as in Q57792.")] = None,
    as_json: AsJson = False,
) -> None:
    """Put an author on record."""
    from registry.actions.authors import add
    from registry.cli.local_work import writing
    from registry.cli.refusals import read_as
    from registry.schemas.authors import AuthorNew

    fields = {"name": name, "aliases": alias, "kind": kind, "description": description, "wikidata": wikidata}
    new = read_as(AuthorNew, dict(fields))
    with writing() as work:
        made = add(work.session, work.actor, new, now=work.now)
    _show(made, as_json)


@app.command("alias")
def add_alias(
    author: AuthorArgument,
    name: Annotated[str, typer.Argument(help="The other name.")],
    as_json: AsJson = False,
) -> None:
    """Let another name lead to an author."""
    from registry.actions import author_aliases
    from registry.cli.finding_authors import author_named
    from registry.cli.local_work import writing
    from registry.cli.refusals import read_as
    from registry.schemas.authors import AliasNew

    new = read_as(AliasNew, {"name": name})
    with writing() as work:
        row = author_named(work.session, author)
        changed = author_aliases.add_alias(work.session, work.actor, row, new, now=work.now)
    _show(changed, as_json)


@app.command("merge")
def merge_authors(
    author: AuthorArgument,
    into: Annotated[str, typer.Option(help="The author that remains: slug, name or alias.")],
    as_json: AsJson = False,
) -> None:
    """Let one author stand for another, with its names and predictions."""
    from registry.actions.author_merges import merge
    from registry.cli.finding_authors import author_named
    from registry.cli.local_work import writing

    with writing() as work:
        row, remaining = author_named(work.session, author), author_named(work.session, into)
        merged = merge(work.session, work.actor, row, remaining, if_version=None, now=work.now)
    _show(merged, as_json)


def _show(author: "Author", as_json: bool) -> None:
    if as_json:
        print_json(author)
        return
    names = f", also {', '.join(author.aliases)}" if author.aliases else ""
    print_lines(f"{author.name} ({author.slug}){names}; {author.n_predictions} predictions.")
