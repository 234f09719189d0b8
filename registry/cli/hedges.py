"""`registry hedges`: how sure words are taken to be, and where that comes from."""

from typing import Annotated, Literal

import typer

from registry.cli.printing import AsJson, print_json, print_lines, print_table


def list_hedges(
    language: Annotated[Literal["de", "en"] | None, typer.Option(help="Only this language.")] = None,
    as_json: AsJson = False,
) -> None:
    """List the hedge table: each phrase with its range, how many people were asked, and the source.

    REGISTRY_HEDGES_FILE names a TOML file whose entries replace and add to these.
    """
    from registry.lexicon.hedges import load_hedges
    from registry.settings import read_settings

    table = load_hedges(read_settings().hedges_file)
    listed = [entry for entry in table.entries if language in (None, entry.language)]
    if as_json:
        print_json({"version": table.version, "sources": dict(table.sources), "entries": listed})
        return
    columns = ("Language", "Phrase", "Low#", "Middle#", "High#", "Answers#", "Source")
    print_table(
        columns,
        (
            [one.language, one.phrase, one.low, one.mid, one.high, one.n or "none", one.source]
            for one in sorted(listed, key=lambda entry: (entry.language, -entry.mid))
        ),
    )
    print_lines(f"Version {table.version}. The sources:", *(f"  {key}: {said}" for key, said in table.sources.items()))
