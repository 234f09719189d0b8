import tomllib
from pathlib import Path

import pytest

import dashboard
from dashboard.colours import SHADES, STATES, Shade, mark_of

THEME = tomllib.loads((Path(dashboard.__file__).parent / ".streamlit" / "config.toml").read_text())["theme"]


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(("name", "shade"), SHADES.items())
def test_the_theme_has_the_same_colours(name: str, shade: Shade) -> None:
    for mode, text, background in (
        ("light", shade.light, shade.light_background),
        ("dark", shade.dark, shade.dark_background),
    ):
        theme = THEME[mode]
        found = theme[f"{name}Color"], theme[f"{name}TextColor"], theme[f"{name}BackgroundColor"]
        assert found == (shade.mark, text, background)


@pytest.mark.parametrize("shade", SHADES.values(), ids=SHADES)
def test_every_state_can_be_read_by_light_and_by_dark(shade: Shade) -> None:
    assert contrast(shade.light, shade.light_background) >= 4.5
    assert contrast(shade.dark, shade.dark_background) >= 4.5
    assert contrast(shade.light, "#ffffff") >= 4.5
    assert contrast(shade.dark, THEME["dark"]["backgroundColor"]) >= 4.5


def test_states_that_stand_side_by_side_differ_in_icon() -> None:
    assert len({STATES[one].icon for one in ("yes", "no", "partly", "ambiguous", "annulled")}) == 5
    assert mark_of("yes") != mark_of("no")
