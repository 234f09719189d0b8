import pytest

from registry.domain.errors import Invalid
from registry.intake.prediction_records import Record, read_records

HEADER = "author,statement,made_on,probability"


def read(text: str | bytes, name: str = "claims.csv") -> list[Record]:
    data = text if isinstance(text, bytes) else text.encode()
    return list(read_records(data.splitlines(keepends=True), name))


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_cells_are_parted_by_the_sign_of_the_header(sign: str) -> None:
    [record] = read(f"{HEADER}\nMira Holt,Żółć,2025-01-01,0.5\n".replace(",", sign))
    assert record.cells == {"author": "Mira Holt", "statement": "Żółć", "made_on": "2025-01-01", "probability": "0.5"}


def test_a_byte_order_mark_is_dropped() -> None:
    assert read(b"\xef\xbb\xbf" + b'"author",statement,made_on\nA,B,C\n')[0].cells["author"] == "A"


def test_a_row_is_named_by_the_line_it_begins_on() -> None:
    found = read(f'{HEADER}\nA,"one\ntwo\nthree",C,1\n\nA,B,C\nD,E,F,1\n')
    assert [(record.line, len(record.faults)) for record in found] == [(2, 0), (6, 1), (7, 0)]
    assert found[0].cells["statement"] == "one\ntwo\nthree"
    assert "has 3 cells, the header 4" in found[1].faults[0].message


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_any_machine_ends_them(end: str) -> None:
    found = read(f'{HEADER}\nA,"one\ntwo",C,1\nD,E,F,1\n'.replace("\n", end))
    assert [(record.line, record.cells["statement"]) for record in found] == [(2, f"one{end}two"), (4, "E")]
    assert [record.cells["author"] for record in read(f'{{"author": "A"}}{end}{{"author": "B"}}', "a.jsonl")] == [
        "A",
        "B",
    ]


def test_a_return_inside_quotes_stays_there() -> None:
    [record] = read('author,statement,made_on\nA,"one\rtwo\r\nthree\r",C\n')
    assert record.cells["statement"] == "one\rtwo\r\nthree\r"


def test_a_row_of_blanks_is_no_row() -> None:
    assert [record.line for record in read(f"{HEADER}\n,,,\n  , \t,,\n \nA,B,C,1\n")] == [5]


def test_quotes_and_decimal_commas_stay_inside_their_cell() -> None:
    [record] = read('author;statement;made_on;probability\n"Holt; Mira";"She said ""yes""";2025-01-01;0,5\n')
    assert record.cells["author"] == "Holt; Mira"
    assert (record.cells["statement"], record.cells["probability"]) == ('She said "yes"', "0,5")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "begins with an empty line"),
        (b"\n\n", "begins with an empty line"),
        (b"author,statement,made_on\nM\xfcller,x,y\n", "byte 1 of line 2, 0xFC"),
        ("author".encode("utf-16"), "UTF-16"),
        (b'author,statement,made_on\nA,B,C\nA,"open,C\nmore', "line 3"),
        (b'author,statement,made_on\nA,"B"x,C\n', "line 2"),
        (b"author,statement,made_on," + b"x" * 1_000_001, "line 1"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_the_place(data: bytes, said: str) -> None:
    with pytest.raises(Invalid, match=said):
        read(data)


def test_each_line_of_jsonl_is_an_object_with_values_of_any_kind() -> None:
    found = read('{"author": "A", "probability": 0.5, "tags": ["x"], "Deadline": null}\n\n[1]\n{oops\n', "a.jsonl")
    assert found[0].cells == {"author": "A", "probability": 0.5, "tags": ["x"], "due_on": None}
    assert [(record.line, len(record.faults)) for record in found] == [(1, 0), (3, 1), (4, 1)]


@pytest.mark.parametrize(
    "line", ['{"probability": NaN}', '{"autor": "A"}', '{"due_on": 1, "deadline": 2}', "[" * 100_000]
)
def test_a_line_of_json_that_says_nothing_clear_is_a_fault(line: str) -> None:
    [record] = read(line, "a.ndjson")
    assert [fault.where for fault in record.faults] == ["line 1"]


def test_other_kinds_of_file_are_refused() -> None:
    with pytest.raises(Invalid, match=r"neither .csv nor .jsonl"):
        read("x", "claims.xlsx")
    with pytest.raises(Invalid, match="is empty"):
        read("\n", "claims.jsonl")
