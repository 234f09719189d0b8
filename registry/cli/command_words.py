"""What the registry says to callers of its API, said to somebody at the command line."""

import re

_SAID: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"send new_authors=create", "give --new-authors create"),
        (r"add the author with POST /authors\b", "add the author with `registry authors add`"),
        (r"GET /authors\?q=… finds", "`registry authors list --q NAME` finds"),
        (r"GET /authors/(\S+)/aliases lists", r"`registry authors show \1` lists"),
        (r"List them with GET (?:/api/v1)?/predictions\.", "`registry export` lists those on record."),
        (r" List them with GET (?:/api/v1)?/\w+\.", " Check how it is written."),
        (r"See `GET /messages\?state=failed`, mend", "Mend"),
        (r"name one with `language`", "name one with --language"),
        (r"give a `second` judgement or a `decision`", "give --role second or --role decision"),
    )
)  # fmt: skip


def in_command_words(text: str) -> str:
    """The text with addresses and parameters of the API replaced by the commands and options that do the same."""
    for pattern, words in _SAID:
        text = pattern.sub(words, text)
    return text
