from dashboard.components.repetitions import likely
from registry.client import Client
from tests.claims import STATEMENT, claim


def test_the_likest_of_the_author_comes_first(client: Client) -> None:
    same = client.record_prediction(claim())
    client.record_prediction(claim(statement="The football club will be relegated."))
    client.record_prediction(claim(author="Eva Lind"))
    found = likely(client, "mira-holt", STATEMENT.replace("treaty", "solemn treaty"))
    assert [one.id for one in found] == [same.id]
