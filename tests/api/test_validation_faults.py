"""What pydantic found, in the registry's words."""

from typing import Any

import pytest

from registry.api.validation_faults import faults_in
from registry.domain.errors import Fault


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        ({"type": "missing", "loc": ("body", "name"), "msg": "Field required"}, Fault("name", "is missing")),
        ({"type": "missing", "loc": ("body",), "msg": "Field required"}, Fault("body", "is missing")),
        (
            {"type": "value_error", "loc": ("query", "tag"), "msg": "Value error, is too odd"},
            Fault("tag", "is too odd"),
        ),
        (
            {"type": "less_than_equal", "loc": ("body", "predictions", 3, "probability"), "msg": "No"},
            Fault("predictions.3.probability", "No"),
        ),
        (
            {"type": "extra_forbidden", "loc": ("body", "probabilty"), "msg": "Extra"},
            Fault("probabilty", "is no field of this request; check its spelling", ("probability",)),
        ),
        (
            {"type": "extra_forbidden", "loc": ("body", "zzz"), "msg": "Extra"},
            Fault("zzz", "is no field of this request; check its spelling"),
        ),
    ],
)
def test_an_error_becomes_a_fault(error: dict[str, Any], fault: Fault) -> None:
    assert faults_in([error], ["author", "probability"]) == [fault]


def test_the_place_of_a_fault_is_kept_short() -> None:
    error = {"type": "missing", "loc": ("body", "x" * 5000), "msg": "Field required"}
    assert len(faults_in([error])[0].where) == 200
