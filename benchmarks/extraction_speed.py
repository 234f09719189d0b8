"""Articles of 4 kB read a second on one core, beside cutting them into sentences, and how time grows with length.

    python benchmarks/extraction_speed.py [--quick]

The floor is the sentence splitter alone. A ratio is steadier than a time on a machine that others use as well.
Annotated articles beside the project, where they are, are read first, in a process that has read nothing yet.
"""

import argparse
import gc
import resource
import time
from collections.abc import Callable
from datetime import date

from benchmarks._extraction_gold import SHARED
from registry.domain.extraction.knowledge import Lexicon
from registry.domain.extraction.language import choose_language
from registry.domain.extraction.pipeline import extract
from registry.domain.extraction.sentences import split_sentences
from registry.lexicon import load

ARTICLE = 4000
DAY = date(2025, 3, 3)
PARAGRAPHS = {
    "de": """Die Regierung von Aland streitet seit Wochen über den Haushalt. Finanzminister Jonas Roth sagte am
Montag, das Geld werde bis zum Jahresende reichen. „Wir haben gut gewirtschaftet“, erklärte er vor
der Presse in der Hauptstadt. Ökonomen rechnen dagegen mit einem Defizit von drei Prozent. Wenn
die Steuern nicht steigen, droht dem Land im Herbst eine Sperre der Ausgaben. Das Parlament wird
seit dem Umbau im alten Rathaus untergebracht. Viele Bürger fragen sich, wer die Rechnung zahlt.
Die Opposition verlangt, dass der Minister zurücktritt, und verweist auf frühere Fälle. Der Bau
der neuen Brücke wurde im vergangenen Jahr beendet. Vermutlich wird die Koalition den Streit aber
überstehen.
""",
    "en": """The government of Aland has argued about the budget for weeks. Finance minister Ada Hale said on
Monday that the money would last until the end of the year. "We have managed well," she told
reporters in the capital. Economists expect a deficit of three per cent. If taxes do not rise,
spending could be frozen in the autumn. Parliament has met in the old town hall since the works
began. Many citizens wonder who pays the bill. The opposition wants the minister to resign and
points to earlier cases. The new bridge was finished last year. The coalition will probably
survive the row.
""",
}


def text_of(code: str, length: int) -> str:
    paragraph = PARAGRAPHS[code].replace("\n", " ").strip() + "\n\n"
    return (paragraph * (length // len(paragraph) + 1))[:length]


def seconds(work: Callable[[], object], times: int) -> float:
    begun = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - begun) / times


def first_articles(lexicon: Lexicon) -> None:
    """What the first articles of a process cost, beside the same ones read again."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((SHARED / "gold/train_texts").glob("*.txt"))]
    if not texts:
        print(f"no annotated articles in {SHARED}: the first articles of a process are left out")
        return
    articles = sum(map(len, texts)) / ARTICLE
    first, again = (seconds(lambda: [extract(text, lexicon=lexicon) for text in texts], 1) for _ in range(2))
    cut = [(text, choose_language(text, "auto", lexicon)) for text in texts]
    floor = seconds(lambda: [split_sentences(text, language) for text, language in cut], 5)
    for name, took in (("first", first), ("again", again)):
        rate, alone = articles / took, articles / floor
        print(f"{name:5s} {rate:6.0f} articles/s   sentences alone {alone:8.0f}   {took / floor:6.1f} times")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds and shorter texts")
    rounds, longest = (10, 200_000) if parser.parse_args().quick else (60, 1_000_000)
    lexicon = load()
    first_articles(lexicon)
    gc.collect()
    for code, language in lexicon.languages.items():
        text = text_of(code, ARTICLE)
        floor = seconds(lambda: split_sentences(text, language), rounds * 10)  # noqa: B023
        whole = seconds(lambda: extract(text, lexicon=lexicon, language=code, published=DAY), rounds)  # noqa: B023
        print(f"{code:5s} {1 / whole:6.0f} articles/s   sentences alone {1 / floor:8.0f}   {whole / floor:6.1f} times")
    for length in (longest // 20, longest // 10, longest // 5, longest // 2, longest):
        text = text_of("de", length)
        took = seconds(lambda: extract(text, lexicon=lexicon, language="de", published=DAY), 1)  # noqa: B023
        print(f"{length / 1000:6.0f} kB in {took:6.2f} s of one core, {took / length * 1e6:6.2f} s a MB")
    print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
