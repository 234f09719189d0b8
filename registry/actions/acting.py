"""Who acts."""

from dataclasses import dataclass
from uuid import UUID

from registry.domain.vocabulary import Role


@dataclass(frozen=True, slots=True)
class Actor:
    """The person on whose behalf something is done, with which key, and the role in force.

    `person_id` is None for what the registry does by itself, such as announcing.
    """

    person_id: UUID | None
    name: str
    role: Role
    key_id: UUID | None = None

    @property
    def required_id(self) -> UUID:
        """The person's id, where an act needs a person."""
        if self.person_id is None:
            raise ValueError(f"{self.name} is not a person and cannot be recorded as one who acts")
        return self.person_id


SCHEDULER = Actor(person_id=None, name="scheduler", role=Role.admin)
