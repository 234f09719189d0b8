"""The settings in force, as they may be shown to anybody: secrets are only said to be set."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from registry.settings import Settings

SECRETS = frozenset({"api_key", "smtp_password", "model_key"})
_PASSWORDS = (re.compile("(://[^:/@]*:)[^/]*(@)"), re.compile("([?&]password=)[^&]*()"))
SHOWN = str | int | float | bool | None


def settings_in_force(settings: "Settings") -> dict[str, SHOWN]:
    """Each variable of the environment, and what holds for it whether it was given or not."""
    return {f"REGISTRY_{name.upper()}": _shown(name, value) for name, value in settings}


def _shown(name: str, value: object) -> SHOWN:
    if name in SECRETS:
        return "(set)" if value else ""
    if value is None or isinstance(value, bool | int | float):
        return value
    text = str(value)
    return _without_password(text) if "://" in text else text


def _without_password(address: str) -> str:
    for pattern in _PASSWORDS:
        address = pattern.sub(r"\1***\2", address)
    return address
