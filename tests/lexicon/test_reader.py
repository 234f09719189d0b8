from pathlib import Path

import pytest

from registry.domain.errors import Invalid
from registry.lexicon.reader import read_given_names, read_language

GOOD = 'code = "xx"\n[classes]\nfuture = ["tovi"]\n[words]\nfunction_words = ["la"]\n'


def written(folder: Path, text: str) -> Path:
    path = folder / "language_xx.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_language_is_read_from_its_file(tmp_path: Path) -> None:
    language = read_language(
        written(tmp_path, GOOD + '[morphology]\nverb_last = true\nfinite = "[a-z]+t"\n'), frozenset({"ada"})
    )
    assert language.code == "xx"
    assert language.has("function_words", "la")
    assert language.has("given_names", "ada")
    assert language.is_finite("geht")
    assert language.morphology.verb_last


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("code = ", "TOML"),
        ('code = "xxx"\n', "two letters"),
        ('code = "xx"\n[classes]\nfuture = "tovi"\n', "future must be a list"),
        ('code = "xx"\n[classes]\nfuture = ["... tovi"]\n', "needs a first word"),
        (GOOD + '[morphology]\nfinite = "("\n', "cannot be read"),
        (GOOD + '[morphology]\nplural = "x"\n', "not plural"),
    ],
)
def test_a_faulty_file_is_named_with_its_fault(tmp_path: Path, text: str, fault: str) -> None:
    with pytest.raises(Invalid, match=fault) as raised:
        read_language(written(tmp_path, text))
    assert "language_xx.toml" in raised.value.detail


def test_given_names_are_a_text_of_names(tmp_path: Path) -> None:
    path = tmp_path / "names.toml"
    path.write_text('given_names = "Ada\\nMia"\n', encoding="utf-8")
    assert read_given_names(path) == {"ada", "mia"}
    path.write_text("given_names = 3\n", encoding="utf-8")
    with pytest.raises(Invalid, match="text of names"):
        read_given_names(path)
