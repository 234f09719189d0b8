"""`registry keys`: through which persons and programs act."""

from typing import Annotated
from uuid import UUID

import typer

from registry.cli.printing import AsJson, print_json, print_lines, print_table

app = typer.Typer(help="Keys, through which persons and programs act.", no_args_is_help=True)

PersonArgument = Annotated[str, typer.Argument(metavar="PERSON", help="Name of the person.")]


@app.command("list")
def list_keys(person: PersonArgument, as_json: AsJson = False) -> None:
    """List a person's keys. Secrets are never shown again."""
    from registry.cli.local_work import reading
    from registry.cli.persons import person_named
    from registry.storage.people import present_key, read_keys

    with reading() as work:
        found = read_keys(work.session, person_named(work.session, person), None, 10_000)
        keys = [present_key(row) for row in found.rows]
    if as_json:
        print_json(keys)
        return
    print_table(
        ("Prefix", "Label", "Made", "Revoked", "Id"),
        ((one.prefix, one.label, one.created_at, one.revoked_at, one.id) for one in keys),
    )


@app.command("issue")
def issue_key(
    person: PersonArgument,
    label: Annotated[str, typer.Option(help="What it is for.")] = "",
    may_act_for_others: Annotated[bool, typer.Option("--may-act-for-others", help="As the dashboard's.")] = False,
    as_json: AsJson = False,
) -> None:
    """Make a key. Its secret is printed once and kept nowhere."""
    import secrets

    from registry.actions import people
    from registry.cli.local_work import writing
    from registry.cli.persons import person_named
    from registry.cli.refusals import read_as
    from registry.domain.keys import RANDOM_BYTES
    from registry.schemas.people import KeyNew

    new = read_as(KeyNew, {"label": label, "may_act_for_others": may_act_for_others})
    random = secrets.token_bytes(RANDOM_BYTES)
    with writing() as work:
        person_id = person_named(work.session, person)
        key = people.issue_key(work.session, work.actor, person_id, new, random=random, now=work.now)
    if as_json:
        print_json(key)
    else:
        print_lines(key.secret)


@app.command("revoke")
def revoke_key(key: Annotated[UUID, typer.Argument(help="Id of the key.")], as_json: AsJson = False) -> None:
    """Refuse a key from now on; there is no way back."""
    from registry.actions import people
    from registry.cli.local_work import writing

    with writing() as work:
        revoked = people.revoke_key(work.session, work.actor, key, now=work.now)
    if as_json:
        print_json(revoked)
    else:
        print_lines(f"Revoked {revoked.prefix} ({revoked.id}).")
