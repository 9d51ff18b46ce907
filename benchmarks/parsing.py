"""Compares two ways to run the parser on the same sentences: step by step (`marsad.reading.steps`), and by spaCy's own loop.

.venv/bin/python benchmarks/parsing.py
"""

import statistics
import time
from collections.abc import Callable, Sequence

from marsad.reading.syntax import BATCH, OURS, load_pipeline  # before numpy, which spaCy loads

# isort: split
from spacy.language import Language
from spacy.tokens import Doc

from around import sentences
from marsad.reading.steps import annotate
from reading import one_core

COUNT = 2000  # sentences
ROUNDS = 5


def main() -> None:
    """The processor seconds of both are printed, and their ratio, as medians over rounds in turn."""
    one_core()
    nlp = load_pipeline(OURS / "pipeline")
    texts = [text for text, _ in sentences(COUNT, seed=1)]

    def looped(nlp: Language, docs: Sequence[Doc]) -> Sequence[Doc]:
        return list(nlp.pipe(docs, batch_size=BATCH))

    def spent(run: Callable[[Language, Sequence[Doc]], Sequence[Doc]]) -> float:
        batches = [[nlp.make_doc(text) for text in texts[first : first + BATCH]] for first in range(0, COUNT, BATCH)]
        began = time.process_time()
        for batch in batches:
            run(nlp, batch)
        return time.process_time() - began

    spent(annotate), spent(looped)
    pairs = [(spent(annotate), spent(looped)) for _ in range(ROUNDS)]
    stepped, loop = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = statistics.median(a / b for a, b in pairs)
    print(f"{COUNT} sentences: step by step {stepped:.2f} s, spaCy's loop {loop:.2f} s, ratio {ratio:.2f}")


if __name__ == "__main__":
    main()
