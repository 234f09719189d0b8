"""Who asks: the person behind a key, or the one whom the key acts for."""

from urllib.parse import unquote

from sqlmodel import Session
from starlette.datastructures import Headers

from registry.actions.acting import Actor
from registry.domain.errors import NotAllowed, NotAuthenticated
from registry.domain.keys import is_key, prefix_of
from registry.domain.vocabulary import Role
from registry.storage.people import Holder, KnownKey, find_holder, find_key

ACT_FOR = "Registry-Act-For"

ANONYMOUS = Actor(person_id=None, name="an anonymous reader", role=Role.reader)
"""Everyone without a key, where the installation lets everyone read."""


def authenticate(session: Session, headers: Headers) -> Actor:
    """The person who asks.

    Raises NotAuthenticated without a key in force, NotAllowed where it may not act for the person named.
    """
    key = _key_in_force(session, headers.get("authorization"))
    name = headers.get(ACT_FOR)
    if name is None:
        return Actor(key.holder.person_id, key.holder.name, key.holder.role, key.key_id)
    return _acting_for(session, key, unquote(name))


def _key_in_force(session: Session, authorization: str | None) -> KnownKey:
    if authorization is None:
        raise NotAuthenticated("Send your key as `Authorization: Bearer KEY`. An admin can make one for you.")
    scheme, _, secret = authorization.partition(" ")
    prefix = prefix_of(secret.strip()) if scheme.lower() == "bearer" else None
    if prefix is None:
        raise NotAuthenticated("`Authorization` holds no key of the registry; its form is `Bearer fr_…_…`.")
    key = find_key(session, prefix)
    if key is None or not is_key(secret.strip(), key.digest):
        raise NotAuthenticated(
            "The registry does not know this key. Check that it is complete and of this installation."
        )
    if key.revoked:
        raise NotAuthenticated("This key was revoked. Ask an admin for a new one.")
    if key.holder.disabled:
        raise NotAuthenticated(f"{key.holder.name} is disabled, and with them their keys. Ask an admin.")
    return key


def _acting_for(session: Session, key: KnownKey, name: str) -> Actor:
    if not key.may_act_for_others:
        raise NotAllowed(f"This key may not act for others; leave `{ACT_FOR}` out.")
    person = None if "\x00" in name else find_holder(session, name)
    if person is None or person.disabled:
        raise NotAllowed(f"`{ACT_FOR}` names nobody who is on record and enabled. Percent-encode letters beyond ASCII.")
    return Actor(person.person_id, person.name, _lesser_role(key.holder, person), key.key_id)


def _lesser_role(one: Holder, other: Holder) -> Role:
    return min(one.role, other.role, key=lambda role: role.rank)
