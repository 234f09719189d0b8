from registry.storage.parts import in_parts


def test_values_come_in_their_order_and_few_at_a_time() -> None:
    assert list(in_parts(range(5), 2)) == [[0, 1], [2, 3], [4]]
    assert list(in_parts({})) == []
