from registry.domain.extraction.model_usage import Usage, cost_of


def test_what_several_requests_took_adds_up() -> None:
    both = Usage(1, 1000, 200, 0, 0.25) + Usage(1, 0, 0, 1, None) + Usage(1, 500, 100, 0, 0.5)
    assert both == Usage(3, 1500, 300, 1, 0.75)
    assert both.told() == "3 requests, 1,500 tokens in, 300 out, 1 without a count of tokens, cost 0.7500"


def test_what_nobody_counted_is_not_called_nothing() -> None:
    assert Usage(1, 0, 0, 1).told() == "1 request, 1 without a count of tokens"


def test_a_cost_needs_a_price() -> None:
    assert cost_of(1000, 1000, None, None) is None
    assert cost_of(1_000_000, 2_000_000, 1.5, None) == 1.5
    assert cost_of(1_000_000, 2_000_000, 1.5, 2.0) == 5.5
