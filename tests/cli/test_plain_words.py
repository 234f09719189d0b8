from registry.cli.plain_words import printable


def test_what_could_rewrite_the_terminal_is_shown_as_a_mark() -> None:
    assert printable("red \x1b[31malert\x07 \x9b2J") == "red \ufffd[31malert\ufffd \ufffd2J"


def test_lines_tabs_and_letters_of_every_kind_stay() -> None:
    assert printable("Żółć\tund\nÄrger – 100 %") == "Żółć\tund\nÄrger – 100 %"
