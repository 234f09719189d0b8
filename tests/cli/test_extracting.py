import json
from pathlib import Path

import pytest

from registry.cli.extracting import FIELDS
from tests.cli.conftest import Run
from tests.shared_folder import needs_shared

TEXT = (
    "A note from the shore.\r\n\r\n"
    "The ferry company will certainly not replace its oldest ship before the end of 2030. "
    "The harbour was painted last year.\r\n"
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article with one prediction."""
    file = tmp_path / "article.txt"
    file.write_bytes(TEXT.encode())
    return file


def test_the_candidates_of_one_file_are_an_array(run: Run, article: Path) -> None:
    words = ("extract", str(article), "--author", "Ines Vale", "--published", "2025-08-10", "--language", "en")
    found = json.loads(run(*words, "--json"))
    assert found
    assert all(tuple(one) == FIELDS for one in found)
    start, end = found[0]["quotes"][0]
    assert TEXT[start:end].startswith("The ferry company will certainly not")
    assert (found[0]["speaker"], found[0]["made_on"]) == ("Ines Vale", "2025-08-10")


def test_what_is_piped_in_is_read_too(run: Run, article: Path) -> None:
    piped = json.loads(run("extract", "-", "--json", given=TEXT))
    assert piped == json.loads(run("extract", str(article), "--json"))


def test_people_get_a_table(run: Run, article: Path) -> None:
    printed = run("extract", str(article))
    assert "The ferry company" in printed


def test_the_table_tells_when_to_look_again_at_an_undated_claim(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "undated.txt"
    file.write_text("The ferry company will certainly never replace its oldest ship.\n", encoding="utf-8")
    printed = " ".join(run("extract", str(file), "--published", "2025-08-10", "--language", "en").split())
    assert "look again 2026-02-06" in printed


def test_explaining_tells_what_was_passed_over(run: Run, article: Path) -> None:
    explained = json.loads(run("extract", str(article), "--explain", "--json"))
    assert explained["language"] == "en"
    assert explained["traces"]
    assert "fired:" in run("extract", str(article), "--explain")


def test_criteria_come_in_the_language_asked_for(run: Run, article: Path) -> None:
    own, german = (
        json.loads(run("extract", str(article), "--json", *words))[0]["criteria"]
        for words in ((), ("--criteria-language", "de"))
    )
    assert (own.split()[0], german.split()[0]) == ("YES", "JA,")


def test_several_files_give_an_object_each(run: Run, article: Path) -> None:
    (article.parent / "empty.md").write_text("  \n")
    found = json.loads(run("extract", str(article.parent), "--json", status=1).partition("registry:")[0])
    by_name = {Path(one["source"]).name: one for one in found}
    assert by_name["article.txt"]["candidates"]
    assert "is empty" in by_name["empty.md"]["error"]


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"", "is empty"), (b"%PDF-1.7", "is a PDF"), (b"M\xfcnchen wird gewinnen.", "not encoded in UTF-8")],
)
def test_a_file_that_is_no_text_is_refused(run: Run, tmp_path: Path, data: bytes, said: str) -> None:
    file = tmp_path / "article.txt"
    file.write_bytes(data)
    assert said in run("extract", str(file), status=1)


def test_what_is_not_there_is_missing(run: Run, tmp_path: Path) -> None:
    assert "There is no file" in run("extract", str(tmp_path / "none.txt"), status=1)
    (tmp_path / "folder").mkdir()
    assert "holds no text" in run("extract", str(tmp_path / "folder"), status=1)


def test_a_day_that_is_none_is_refused(run: Run, article: Path) -> None:
    assert "write the day as YYYY-MM-DD" in run("extract", str(article), "--published", "10.8.", status=1)


def test_a_private_address_is_not_opened(run: Run) -> None:
    assert run("extract", "http://127.0.0.1:80/", status=1).startswith("registry: ")


@needs_shared
def test_real_articles_have_candidates(run: Run, shared: Path) -> None:
    found = json.loads(run("extract", str(shared / "articles"), "--json"))
    assert sum(len(one["candidates"]) for one in found) > 5
