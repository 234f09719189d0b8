"""Records that are long enough to tell something, put on record through the public client."""

from registry.client import Client
from tests.claims import claim, verdict

ENOUGH = 20


def record(client: Client, author: str, *, n: int = ENOUGH, probability: float = 0.8, **fields: object) -> None:
    """`n` predictions of an author on the same questions as everybody else's: three quarters came true."""
    new = [
        claim(
            author=author, statement=f"It rains on day {number}.", probability=probability, made_on_basis="printed",
            **fields,
        )
        for number in range(n)
    ]  # fmt: skip
    made = client.record_predictions(new).predictions
    for number, one in enumerate(made):
        client.judge_prediction(one.id, verdict("no" if number % 4 == 0 else "yes"))
