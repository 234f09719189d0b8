"""Texts from outside, made harmless wherever Streamlit would read them as Markdown or HTML.

Marks that turn the direction of writing are made visible instead of obeyed: with them a name could be shown
as another one.
"""

import html
import re
import unicodedata

# Everything that Markdown, LaTeX, emoji codes, coloured text or bare addresses begin with.
_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:@&=^])")
_TURNING = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C}


def visible(text: str) -> str:
    """The text with marks that turn or hide it replaced by their code points."""
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    turning = ord(character) in _TURNING
    hidden = unicodedata.category(character) == "Cc" and character not in "\n\t"
    return f"⟨U+{ord(character):04X}⟩" if turning or hidden else character


def plain(text: str) -> str:
    """The text for places that read Markdown, so that it is shown letter by letter, on one line."""
    one_line = " ".join(visible(text).split())
    return _SPECIAL.sub(r"\\\1", one_line)


def prose(text: str) -> str:
    """The text for st.markdown, its paragraphs and line breaks kept."""
    paragraphs = (part for part in re.split(r"\n\s*\n", text.strip()) if part.strip())
    return "\n\n".join("  \n".join(plain(line) for line in part.splitlines()) for part in paragraphs)


def markup(text: str) -> str:
    """The text for st.html, its white space kept by the style of what it stands in."""
    return html.escape(visible(text))


def shortened(text: str, most: int) -> str:
    """At most `most` characters, cut between words where possible, with an ellipsis."""
    one_line = " ".join(text.split())
    if len(one_line) <= most:
        return one_line
    cut = one_line[: most - 1]
    between_words = one_line[most - 1] == " "
    return f"{cut if between_words else cut.rpartition(' ')[0] or cut}…"
