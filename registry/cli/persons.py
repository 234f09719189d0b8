"""`registry persons`: who may act, and as what."""

from typing import TYPE_CHECKING, Annotated, Literal
from uuid import UUID

import typer

from registry.cli.printing import AsJson, print_json, print_lines, print_table

if TYPE_CHECKING:
    from sqlmodel import Session

    from registry.schemas.people import Person

app = typer.Typer(help="Persons, who act through keys.", no_args_is_help=True)

Roles = Literal["reader", "logger", "judge", "admin"]


@app.command("list")
def list_persons(as_json: AsJson = False) -> None:
    """List everyone who may act."""
    from registry.cli.local_work import reading
    from registry.storage.people import present_all, read_persons

    with reading() as work:
        persons = present_all(read_persons(work.session, None, 10_000).rows)
    if as_json:
        print_json(persons)
        return
    print_table(
        ("Name", "Role", "Locale", "Time zone", "Disabled", "Id"),
        ((one.name, one.role, one.locale, one.time_zone, one.disabled_at, one.id) for one in persons),
    )


@app.command("add")
def add_person(
    name: Annotated[str, typer.Argument(help="Shown beside everything the person does.")],
    role: Annotated[Roles, typer.Option(help="Each role has the rights of those before it.")] = "reader",
    email: Annotated[str | None, typer.Option(help="Where reminders go.")] = None,
    locale: Annotated[Literal["en", "de"], typer.Option(help="Language of messages.")] = "en",
    time_zone: Annotated[str, typer.Option(help="IANA zone of days in messages.")] = "UTC",
    as_json: AsJson = False,
) -> None:
    """Put a person on record. They act through keys: `registry keys issue NAME` makes one."""
    values = {name: value for name, value in locals().items() if name != "as_json"}
    from registry.actions.people import create_person
    from registry.cli.local_work import writing
    from registry.cli.refusals import read_as
    from registry.schemas.people import PersonNew

    new = read_as(PersonNew, values)
    with writing() as work:
        made = create_person(work.session, work.actor, new, now=work.now)
    _show(made, as_json)


@app.command("change")
def change_person(
    name: Annotated[str, typer.Argument(help="Name of the person.")],
    role: Annotated[Roles | None, typer.Option(help="The new role.")] = None,
    disabled: Annotated[bool | None, typer.Option("--disable/--enable", help="Refuse all keys.")] = None,
    email: Annotated[str | None, typer.Option(help="Where reminders go.")] = None,
    as_json: AsJson = False,
) -> None:
    """Change a person's role or address, or disable them. One enabled admin always remains."""
    from registry.actions import people
    from registry.cli.local_work import writing
    from registry.cli.refusals import read_as
    from registry.schemas.people import PersonChange

    change = read_as(PersonChange, {"role": role, "disabled": disabled, "email": email})
    with writing() as work:
        person_id = person_named(work.session, name)
        changed = people.change_person(work.session, work.actor, person_id, change, now=work.now)
    _show(changed, as_json)


def person_named(session: "Session", name: str) -> UUID:
    """The id of the person of that name. Raises Missing."""
    from registry.domain.errors import Missing
    from registry.storage.people import find_holder

    holder = find_holder(session, name)
    if holder is None:
        raise Missing(f"There is no person named “{name}”. `registry persons list` shows who there is.")
    return holder.person_id


def _show(person: "Person", as_json: bool) -> None:
    if as_json:
        print_json(person)
        return
    state = "disabled" if person.disabled_at else "enabled"
    print_lines(f"{person.name}: {person.role}, {state} ({person.id}).")
