"""How the head of an answer is read."""

import httpx
import pytest

from registry.outbound.answers import content_type_of


@pytest.mark.parametrize(
    ("header", "content_type", "charset"),
    [
        ("text/html", "text/html", None),
        ("TEXT/HTML;charset=UTF-8", "text/html", "utf-8"),
        ('text/html; charset="windows-1252"', "text/html", "windows-1252"),
        ("text/plain; format=flowed; charset=x-made-up", "text/plain", "x-made-up"),
        ("application/xhtml+xml", "application/xhtml+xml", None),
        ("", "", None),
    ],
)
def test_the_content_type_is_read_with_its_charset(header: str, content_type: str, charset: str | None) -> None:
    response = httpx.Response(200, headers={"Content-Type": header})
    assert content_type_of(response) == (content_type, charset)
