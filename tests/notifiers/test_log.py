import logging

import pytest

from registry.notifiers.log import Log
from tests.outgoing import outgoing


def test_the_log_holds_the_whole_message_and_its_key(caplog: pytest.LogCaptureFixture) -> None:
    message = outgoing()
    with caplog.at_level(logging.INFO, logger="registry.reminders"):
        Log().deliver(message)
    (line,) = caplog.messages
    assert str(message.id) in line
    assert "Ada Editor" in line
    assert message.body in line
