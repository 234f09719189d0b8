from datetime import date
from typing import Any

import pytest

from registry.client import Client, Invalid, Missing, Stale
from registry.schemas.mentions import MentionNew
from registry.schemas.predictions import PredictionChange, Snooze
from tests.claims import claim


def test_a_prediction_is_recorded_read_corrected_and_withdrawn(client: Client) -> None:
    made = client.record_prediction(claim())
    corrected = client.correct_prediction(
        made.id, PredictionChange.model_validate({"probability": 0.8}), if_version=made.version
    )
    assert (corrected.probability, corrected.version) == (0.8, 2)
    with pytest.raises(Stale):
        client.correct_prediction(made.id, {"probability": 0.7}, if_version=made.version)
    client.withdraw_prediction(made.id, "entered twice", if_version=2)
    assert client.read_prediction(made.id).withdrawn_reason == "entered twice"
    verbs = [event.verb for event in client.read_history(made.id).items]
    assert verbs[-1] == "withdrew"


def test_the_same_request_sent_twice_is_done_once(client: Client) -> None:
    first = client.record_prediction(claim(), idempotency_key="once")
    assert client.record_prediction(claim(), idempotency_key="once").id == first.id


def test_an_unknown_author_comes_with_names_that_may_be_meant(client: Client) -> None:
    client.add_author({"name": "Mark Rutte"})
    with pytest.raises(Invalid) as refused:
        client.record_prediction(claim(author="Marc Rutte", new_authors="refuse"))
    fault = refused.value.fault_at("author")
    assert fault is not None
    assert "Mark Rutte" in fault.suggestions


def test_a_dry_run_tells_every_fault_and_records_nothing(client: Client) -> None:
    bad: dict[str, Any] = {"author": "Eva Lind", "statement": "It rains.", "made_on": "2025-08-10"}
    report = client.record_predictions([claim(), bad | {"probability": 2}], new_authors="create", dry_run=True)
    assert report.dry_run
    assert [fault.where for fault in report.faults] == ["1.probability"]
    assert list(client.iter_predictions()) == []
    assert client.record_predictions([claim()], new_authors="create").n == 1


def test_a_list_is_read_page_by_page(client: Client) -> None:
    for number in range(5):
        client.record_prediction(claim(statement=f"It rains on {number} days."))
    found = list(client.iter_predictions({"text": "rains", "sort": "created"}, page_size=2))
    assert [one.statement[12] for one in found] == ["0", "1", "2", "3", "4"]


def test_mentions_are_added_and_an_early_look_is_put_off(client: Client) -> None:
    made = client.record_prediction(claim())
    client.add_mention(made.id, MentionNew(source="evening news", said_on=date(2025, 8, 11)))
    assert [mention.source for mention in client.list_mentions(made.id)] == ["evening news"]
    put_off = client.snooze_prediction(made.id, Snooze(until=date(2025, 12, 1), reason="figures come late"))
    assert put_off.snoozed_until == date(2025, 12, 1)


def test_what_does_not_exist_is_missing(client: Client) -> None:
    with pytest.raises(Missing):
        client.read_prediction("00000000-0000-0000-0000-000000000007")


def test_what_a_filter_lets_through_is_counted(client: Client) -> None:
    client.record_prediction(claim())
    assert (client.count_predictions(), client.count_predictions({"tag": "rain"})) == (1, 0)


def test_words_are_read_before_they_are_put_on_record(client: Client) -> None:
    found = client.read_hedge("It will probably rain.", "en")
    assert (found.hedge, found.probability_basis) == ("probably", "hedged")
