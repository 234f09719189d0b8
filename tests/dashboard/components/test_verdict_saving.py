from dashboard.components.verdict_saving import next_role
from registry.client import Client
from tests.claims import claim, verdict
from tests.registry_in_process import ClientOf


def test_the_role_of_the_next_judgement_follows_from_those_that_stand(client: Client, client_of: ClientOf) -> None:
    made = client.record_prediction(claim())
    assert next_role(client.read_prediction(made.id), "Ada Editor") == "verdict"
    given = client.judge_prediction(made.id, verdict("yes"))
    judged = client.read_prediction(made.id)
    assert next_role(judged, "Ada Editor") is None
    assert next_role(judged, "Bo Judge") == "second"
    client_of("judge", "Bo Judge").judge_prediction(made.id, verdict("no", role="second"))
    assert next_role(client.read_prediction(made.id), "Ada Editor") == "decision"
    client.retract_judgement(given.id, "read the wrong table")
    assert next_role(client.read_prediction(made.id), "Bo Judge") == "verdict"
