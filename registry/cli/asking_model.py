"""The language model of the operator's settings, and what is said of asking it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from registry.cli.printing import say
from registry.domain.errors import Unready
from registry.domain.extraction.model_usage import Usage

if TYPE_CHECKING:
    from registry.cli.extraction_work import Read
    from registry.outbound.model import ModelEndpoint


def endpoint_in_settings() -> "ModelEndpoint":
    """Where the settings say that a model answers. Raises Unready where they say nothing."""
    from registry.settings import read_settings

    endpoint = read_settings().model_endpoint()
    if endpoint is None:
        raise Unready(
            "No language model is set up. Set REGISTRY_MODEL_URL, as in http://localhost:11434/v1, and "
            "REGISTRY_MODEL_NAME; or leave --extractor at rules."
        )
    return endpoint


def tell_model(found: Sequence["Read"], as_json: bool) -> None:
    """Say what the model dropped, took and failed at, where the results themselves have no room for it."""
    asked = [(one.source, one.by_model) for one in found if one.by_model is not None]
    for source, by_model in asked if as_json else ():
        for note in by_model.notes:
            say(f"{source}: {note}")
    usage = sum((by_model.usage for _, by_model in asked), Usage())
    if len(asked) > 1 and usage.requests:
        say(f"The model took {usage.told()} in all.")
