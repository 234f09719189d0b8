"""What a chat-completions endpoint answers, read without trust in its form."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeGuard

from registry.domain.errors import Unreachable
from registry.domain.extraction.model_usage import Usage, cost_of

_MOST_SAID = 200
_MOST_COUNTED = 10**12


@dataclass(frozen=True, slots=True)
class ModelAnswer:
    """What the model wrote, and what it took.

    `fault` says why there is nothing to read: it was cut off, or the model declined. It has its price all the
    same.
    """

    content: str
    usage: Usage
    fault: str | None = None


def read_model_answer(body: bytes, input_price: float | None, output_price: float | None) -> ModelAnswer:
    """The answer in `body`; prices are for a million tokens. Raises Unreachable where it is of another protocol."""
    answer = _object(body)
    usage = _usage(_part(answer, "usage"), input_price, output_price)
    choices = answer.get("choices")
    if not isinstance(choices, list) or not choices or not isinstance(choices[0], dict):
        raise Unreachable(_strange(said_by(body)))
    choice = choices[0]
    message = _part(choice, "message")
    content = message.get("content")
    content = content if isinstance(content, str) else ""
    return ModelAnswer(content, usage, _fault(choice, message, content))


def said_by(body: bytes) -> str:
    """The message of an error, on one line and short; empty where the body holds none."""
    try:
        error = _object(body).get("error")
    except Unreachable:
        return ""
    message = error.get("message") if isinstance(error, dict) else error
    if not isinstance(message, str):
        return ""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in message).split())[:_MOST_SAID]


def _fault(choice: Mapping[str, Any], message: Mapping[str, Any], content: str) -> str | None:
    reason = choice.get("finish_reason")
    if reason == "length":
        return "its answer was cut off at the model's limit of tokens"
    if reason == "content_filter" or message.get("refusal"):
        return "it declined to answer"
    return None if content.strip() else "its answer is empty"


def _usage(counted: Mapping[str, Any], input_price: float | None, output_price: float | None) -> Usage:
    tokens_in, tokens_out = counted.get("prompt_tokens"), counted.get("completion_tokens")
    charged = counted.get("cost")
    cost = float(charged) if _is_charge(charged) else None
    if not _is_count(tokens_in) or not _is_count(tokens_out):
        return Usage(requests=1, n_uncounted=1, cost=cost)
    if cost is None:
        cost = cost_of(tokens_in, tokens_out, input_price, output_price)
    return Usage(1, tokens_in, tokens_out, 0, cost)


def _is_count(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _MOST_COUNTED


def _is_charge(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < _MOST_COUNTED


def _object(body: bytes) -> Mapping[str, Any]:
    try:
        value = json.loads(body)
    except (ValueError, RecursionError) as problem:
        raise Unreachable(_strange("no JSON")) from problem
    if not isinstance(value, dict):
        raise Unreachable(_strange("JSON, but no object"))
    return value


def _part(value: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = value.get(name)
    return part if isinstance(part, dict) else {}


def _strange(what: str) -> str:
    said = f" ({what})" if what else ""
    return f"what answers there does not speak the chat-completions protocol{said}; check REGISTRY_MODEL_URL"
