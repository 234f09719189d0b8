from datetime import UTC

from registry.cli.clock import utc_now


def test_instants_have_their_zone() -> None:
    assert utc_now().tzinfo is UTC
