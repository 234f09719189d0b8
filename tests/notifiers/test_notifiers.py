import pytest

from registry.domain.errors import Unready
from registry.domain.vocabulary import ChannelKind
from registry.notifiers import notifiers
from registry.outbound import Network
from tests.outgoing import outgoing


def test_there_is_a_notifier_for_every_kind_of_channel() -> None:
    assert set(notifiers(None, Network(), private_webhooks=False)) == set(ChannelKind)


def test_without_a_mail_server_mail_says_what_to_set() -> None:
    mail = notifiers(None, Network(), private_webhooks=False)[ChannelKind.email]
    with pytest.raises(Unready, match="REGISTRY_SMTP_HOST"):
        mail.deliver(outgoing(address="ada@example.org"))
