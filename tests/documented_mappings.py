"""Mapping files that the documents give as examples, tried as users would save them."""

from tests.shared_folder import ROOT


def mapping_named(heading: str) -> str:
    """The mapping that the documents give under a heading."""
    text = (ROOT / "docs" / "files.md").read_text("utf-8")
    return text.partition(f"### {heading}")[2].partition("```toml\n")[2].partition("```")[0]
