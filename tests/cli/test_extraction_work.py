from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from registry.cli.extraction_work import WORTH_A_POOL, Wanted, read_all, read_one, sources_in, wanted_of
from registry.domain.errors import Invalid, Missing

WANTED = Wanted(author=None, published=None, language="auto", explain=False, today=date(2025, 8, 12))
CLAIM = "The mayor will resign before the end of 2030, and the council will choose a successor within a month."


def test_a_folder_stands_for_the_texts_in_it(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c.html", "d.csv"):
        (tmp_path / name).write_text(CLAIM)
    assert [Path(source).name for source in sources_in([str(tmp_path), "-"])] == ["a.md", "b.txt", "c.html", "-"]


def test_what_is_not_there_is_missing(tmp_path: Path) -> None:
    with pytest.raises(Missing):
        sources_in([str(tmp_path / "none")])


def test_many_texts_are_read_in_their_order(tmp_path: Path) -> None:
    sources = [str(tmp_path / f"{n}.txt") for n in range(WORTH_A_POOL)]
    for source in sources:
        Path(source).write_text(f"{CLAIM} This is text {source}.")
    found = read_all(sources, WANTED)
    assert [one.source for one in found] == sources
    assert all(one.candidates for one in found)


def test_a_page_brings_its_own_facts(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<html lang=en><head><title>The town</title><meta name=author content='Ines Vale'>"
        "<meta property='article:published_time' content='2025-08-10'></head><body><article>"
        f"<h1>The town</h1><p>{CLAIM} {'More was said about the harbour that day. ' * 8}</p></article></body></html>"
    )
    found = read_one(str(page), WANTED)
    assert {one.speaker for one in found.candidates} == {"Ines Vale"}
    assert {one.made_on for one in found.candidates} == {date(2025, 8, 10)}


def test_options_are_checked() -> None:
    assert wanted_of(" Ines  Vale ", "2025-08-10", "de", True).author == "Ines Vale"
    with pytest.raises(Invalid):
        wanted_of(None, "yesterday", "auto", False)
    with pytest.raises(Invalid, match="--threshold"):
        wanted_of(None, None, "auto", False, extractor="model", threshold=0.5)


def test_a_higher_threshold_leaves_fewer_candidates(tmp_path: Path) -> None:
    text = tmp_path / "town.txt"
    text.write_text(f"{CLAIM} Perhaps the harbour could grow.")
    found = [len(read_one(str(text), replace(WANTED, threshold=least)).candidates) for least in (0.0, 0.5, 1.0)]
    assert found == sorted(found, reverse=True)
    assert found[0] > found[-1] == 0
