"""What asking a language model took: requests, tokens, money."""

from dataclasses import dataclass

_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Usage:
    """Sums over `requests` answered requests.

    Tokens are as the endpoint counts them, `n_uncounted` requests without a count left out. `cost` is in the
    currency of the prices, or as the endpoint charges it; None where neither tells.
    """

    requests: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    n_uncounted: int = 0
    cost: float | None = None

    def __add__(self, other: "Usage") -> "Usage":
        """Both together; the cost is that of those that have one."""
        costs = [cost for cost in (self.cost, other.cost) if cost is not None]
        return Usage(
            self.requests + other.requests,
            self.tokens_in + other.tokens_in,
            self.tokens_out + other.tokens_out,
            self.n_uncounted + other.n_uncounted,
            sum(costs) if costs else None,
        )

    def told(self) -> str:
        """The figures in words: "2 requests, 3,120 tokens in, 410 out, cost 0.0012"."""
        said = [f"{self.requests} request{'' if self.requests == 1 else 's'}"]
        if self.requests > self.n_uncounted:
            said += [f"{self.tokens_in:,} tokens in", f"{self.tokens_out:,} out"]
        if self.n_uncounted:
            said.append(f"{self.n_uncounted} without a count of tokens")
        if self.cost is not None:
            said.append(f"cost {self.cost:.4f}")
        return ", ".join(said)


def cost_of(tokens_in: int, tokens_out: int, input_price: float | None, output_price: float | None) -> float | None:
    """Money for the tokens at prices for a million of each; None where no price is known."""
    if input_price is None and output_price is None:
        return None
    return (tokens_in * (input_price or 0.0) + tokens_out * (output_price or 0.0)) / _MILLION
