"""The key of whoever runs this installation, kept in a file that only they can read."""

import os
import secrets
from datetime import datetime
from pathlib import Path

from sqlmodel import Session

from registry.actions.people import ensure_local_admin
from registry.domain.errors import Unready
from registry.domain.keys import RANDOM_BYTES, is_key, prefix_of
from registry.domain.vocabulary import Role
from registry.settings import Settings
from registry.storage.engine import SessionFactory, unit_of_work
from registry.storage.people import find_key


def ensure_local_key(settings: Settings, sessions: SessionFactory, now: datetime) -> str:
    """The secret in `settings.key_file`; made anew, with the person `local`, where it is missing or unknown.

    Raises Unready where the file cannot be read or written, or the person `local` was disabled.
    """
    file = settings.key_file
    present = _read(file)
    with unit_of_work(sessions) as session:
        if present is not None and _opens(session, present):
            return present
        key = ensure_local_admin(session, random=secrets.token_bytes(RANDOM_BYTES), now=now)
        # Before the commit: a key whose secret nobody could write down is never made.
        _write(file, key.secret)
        return key.secret


def _read(file: Path) -> str | None:
    try:
        return file.read_text("ascii", errors="replace").strip()
    except FileNotFoundError:
        return None
    except OSError as problem:
        raise _unready(file, problem) from problem


def _opens(session: Session, secret: str) -> bool:
    key = find_key(session, prefix_of(secret) or "")
    if key is None or not is_key(secret, key.digest):
        return False
    return not key.revoked and not key.holder.disabled and key.holder.role == Role.admin


def _write(file: Path, secret: str) -> None:
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.unlink(missing_ok=True)
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as opened:
            opened.write(f"{secret}\n")
        beside.replace(file)
    except OSError as problem:
        raise _unready(file, problem) from problem


def _unready(file: Path, problem: OSError) -> Unready:
    return Unready(
        f"The key file {file} cannot be used ({problem.strerror}). "
        "Set REGISTRY_DATA_DIR to a directory that you may read and write."
    )
