"""What every table shares: naming of constraints, identifiers, and one list of tables."""

from uuid import UUID

import uuid_utils
import uuid_utils.compat
from sqlmodel import SQLModel

metadata = SQLModel.metadata
metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


def new_id() -> UUID:
    """A UUIDv7 (uuid-utils): rows entered together stand together in the index."""
    return uuid_utils.compat.uuid7()


def new_written_id() -> str:
    """The same as text, for rows that have to be made in microseconds."""
    return str(uuid_utils.uuid7())


Row = SQLModel
"""Any table's class."""
