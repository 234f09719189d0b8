"""Seconds for a MB of texts that nobody writes, beside an article of the same length, and how they grow with length.

    python benchmarks/extraction_scaling.py [--quick]

Each text is read in a process of its own. The floor is the shortest length: twice the text may take twice the time,
so that the seconds for a MB stay what they are. An article's memory is beside each text's.
"""

import argparse
import multiprocessing
import resource
import time
from collections.abc import Callable
from datetime import date

from benchmarks.extraction_speed import text_of
from registry.domain.extraction.pipeline import extract
from registry.lexicon import load

DAY = date(2025, 3, 3)
CLAIM = "Die Preise werden steigen"


def again(unit: str) -> Callable[[int], str]:
    return lambda length: (CLAIM + ". " + unit * (length // len(unit) + 1))[:length]


SHAPES: dict[str, Callable[[int], str]] = {
    "an article": lambda length: text_of("de", length),
    "one line, no marks": again("die preise werden weiter steigen und fallen "),
    "one word": again("preise"),
    "figures": again("1"),
    "open brackets": again("("),
    "open quotation marks": again("„"),
    "straight quotation marks": again('"'),
    "apostrophes": again("' "),
    "full stops": again("."),
    "spaced full stops": again(". "),
    "dashes": again("-"),
    "spaced dashes": again(" - "),
    "commas": again(","),
    "enumerations": again("oft, "),
    "question marks": again("?"),
    "colons": again("Roth: "),
    "line ends": again("Die Preise\n"),
    "spaces": again(" "),
    "capitals": again("Der Rat Haus Baum "),
    "names": again("Anna Rothmann sagte, die Preise werden steigen. "),
    "quotations": again("„Das wird wieder teuer werden“, sagte er. "),
    "one claim again and again": again(CLAIM + ". "),
    "figures of one claim": lambda length: " ".join(f"{CLAIM} um {n} Prozent." for n in range(length // 40))[:length],
    "dates": again("am 3. Mai 2027 und bis Ende 2030 "),
    "years": again("2027 "),
    "futures": again("wird und werden "),
    "conditions": again("wenn er wird, "),
    "sources": again("laut "),
    "headings": again("WAS WIRD 2030?\nDas wird teuer.\n"),
    "interview": again("ANNA ROT: Wird das teuer?\nKARL BLAU: Ja, das wird teuer.\n"),
    "answers": again("Wird das teuer? Wohl kaum. "),
    "emoji": again("😀"),
}


def read(shape: str, length: int) -> tuple[float, float]:
    """Seconds of one core, and MB of memory at most."""
    lexicon, text = load(), SHAPES[shape](length)
    begun = time.process_time()
    extract(text, lexicon=lexicon, language="de", published=DAY)
    return time.process_time() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="shorter texts")
    lengths = (10_000, 50_000) if parser.parse_args().quick else (50_000, 200_000, 1_000_000)
    print(f"{'seconds for a MB of':26s}" + "".join(f"{length // 1000:7d} kB" for length in lengths) + "   memory")
    # A process reads one text only, so that its memory is that text's.
    with multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
        for shape in SHAPES:
            took = [pool.apply(read, (shape, length)) for length in lengths]
            row = "".join(f"{spent * 1e6 / length:10.2f}" for (spent, _), length in zip(took, lengths, strict=True))
            print(f"{shape:26s}{row}{took[-1][1]:6.0f} MB", flush=True)


if __name__ == "__main__":
    main()
