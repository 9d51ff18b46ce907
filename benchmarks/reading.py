"""Measures reading on one core: sentences per second, against spaCy on the same text, memory, cold start, recall of the gate.

make bench                                        # on ../shared where present, else on the bundled example alone
.venv/bin/python benchmarks/reading.py --sentences 2000 --only mixed
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from marsad.model.claim import Claim

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
EXAMPLE = ROOT / "examples" / "mosul-2016-2017" / "reports"
LONG = 60_000  # words of a long report
CONFLICT_SHARE = 0.1  # of the sentences of a mixed stream
PETRARCH = "PETRARCH-2 does 916 to 1,194 sentences/s on one core with its parses supplied"


class Timed(msgspec.Struct, frozen=True):
    """How long something took, on the wall and on the processor."""

    wall: float
    cpu: float


def timed(work: Callable[[], object]) -> Timed:
    """The time of one call."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return Timed(time.perf_counter() - wall, time.process_time() - cpu)


def one_core() -> None:
    """This process and its threads run on one core."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def shared_lines(name: str) -> list[dict[str, object]]:
    """The documents of one corpus, none where the evaluation folder is absent."""
    path = SHARED / "corpora" / name / f"{name}.jsonl"
    if not path.exists():
        return []
    with path.open(encoding="utf-8") as lines:  # not splitlines(): reports hold line separators of their own
        return [json.loads(line) for line in lines]


def texts_of_conflict() -> list[str]:
    """Reports on armed conflict: official reports and wire stories, else the bundled example."""
    public = [path.read_text(encoding="utf-8") for path in sorted((SHARED / "gold" / "public").glob("*.txt"))]
    wires = [str(line["text"]) for line in shared_lines("muc_dev")]
    return woven(public, wires) or [path.read_text(encoding="utf-8") for path in sorted(EXAMPLE.glob("*.txt"))]


def texts_of_no_conflict() -> list[str]:
    """Ordinary local news."""
    return [str(line["text"]) for line in shared_lines("geo") if not line.get("conflict") and str(line["id"]).startswith("lgl")]


def woven(first: Sequence[str], second: Sequence[str]) -> list[str]:
    """Both lists, the shorter spread evenly over the longer."""
    few, many = sorted((first, second), key=len)
    if not few:
        return list(many)
    step = max(1, len(many) // len(few))
    found: list[str] = []
    for i, text in enumerate(many):
        if i % step == 0 and i // step < len(few):
            found.append(few[i // step])
        found.append(text)
    return found


def take(texts: Sequence[str], sentences: int) -> tuple[list[str], int]:
    """Texts from all over the list that together hold about so many sentences, and how many they hold."""
    from marsad.reading.passages import split_passages

    kept, held = [], 0
    step = 7  # coprime to most lengths: a spread sample, the same on every run
    for i in range(len(texts)):
        if held >= sentences:
            break
        text = texts[(i * step) % len(texts)]
        kept.append(text)
        held += len(split_passages(text))
    return kept, held


def streams(sentences: int) -> Iterator[tuple[str, list[str], int]]:
    """The named streams to read, with the number of their sentences."""
    conflict = texts_of_conflict()
    ordinary = texts_of_no_conflict()
    if ordinary:
        quiet, quiet_held = take(ordinary, round(sentences * (1 - CONFLICT_SHARE)))
        loud, loud_held = take(conflict, round(quiet_held * CONFLICT_SHARE / (1 - CONFLICT_SHARE)))
        yield "mixed", woven(loud, quiet), quiet_held + loud_held
    kept, held = take(conflict, max(200, sentences // 5))
    yield "conflict", kept, held


def read_stream(name: str, texts: Sequence[str], sentences: int) -> None:
    """Prints what reading the stream takes, step by step, beside spaCy on the same text."""
    import spacy

    from marsad import flow
    from marsad.ingest import read_inputs
    from marsad.model.report import Report
    from marsad.reading.passages import split_passages
    from marsad.reading.syntax import load_syntax

    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder) / "stream.jsonl"
        rows = (json.dumps({"id": f"{i:06}", "text": text, "published": "2016-11-23"}) for i, text in enumerate(texts))
        lines.write_text("\n".join(rows) + "\n", encoding="utf-8")
        reports = [one for one in read_inputs([str(lines)]) if isinstance(one, Report)]
    claims = 0

    def read() -> None:
        nonlocal claims
        claims = sum(len(reading.claims) for reading in flow.read_reports(reports))

    prepared: list[flow.Prepared] = []
    for report in reports[:5]:  # lexicons and pipeline are loaded before the clock starts
        flow.read_one(report)
    whole = timed(read)
    readers = timed(lambda: prepared.extend(flow.prepare(report) for report in reports))
    candidates = [passage for one in prepared for passage in one.candidates]
    shown = [pair for one in prepared for pair in one.along.beside(one.candidates)]
    parse = timed(lambda: flow.parse(shown))
    blank = spacy.blank("en")
    tokens = timed(lambda: [blank.make_doc(text) for text in texts])
    passages = [passage.text for text in texts for passage in split_passages(text)]
    full = timed(lambda: load_syntax().parse(passages))

    parsed = len(candidates) / max(parse.cpu, 1e-9)
    part = len(candidates) / sentences
    rest = max(0.0, whole.cpu - readers.cpu - parse.cpu)
    print(f"\n{name}: {len(texts)} reports, {sentences} sentences, {claims} claims")
    print(f"  read                    {sentences / whole.cpu:8.0f} sentences/s")
    print(f"  of which readers, gate  {sentences / readers.cpu:8.0f} sentences/s, {readers.cpu / whole.cpu:4.0%} of the time")
    print(f"  of which parsing        {parsed:8.0f} sentences/s, {parse.cpu / whole.cpu:4.0%} of the time; {part:.0%} are parsed")
    print(f"  of which cards, voices  {'':8}              {rest / whole.cpu:4.0%} of the time")
    print(f"  spaCy's blank tokenizer {sentences / tokens.cpu:8.0f} sentences/s   we take {whole.cpu / tokens.cpu:.2f} times its time")
    print(f"  our full parse          {sentences / full.cpu:8.0f} sentences/s   we take {whole.cpu / full.cpu:.2f} times its time")
    print(f"  (seconds of processor; they are {whole.cpu / whole.wall:.0%} of the seconds on the wall)")


def long_report() -> None:
    """Prints how much longer a word takes in a report of many pages than in a short one of the same text."""
    from marsad.flow import read_one
    from marsad.ingest.draft import Draft
    from marsad.ingest.finish import finish

    words = "\n\n".join(str(line["text"]) for line in shared_lines("wikiwars_train")) or "\n\n".join(texts_of_conflict())
    pieces = words.split(" ")[:LONG]
    short = len(pieces) // 10
    shorts = [finish(Draft(input="short", text=" ".join(pieces[i : i + short]))) for i in range(0, short * 10, short)]
    whole = finish(Draft(input="long", text=" ".join(pieces)))
    read_one(shorts[0])
    apart, together = timed(lambda: [read_one(one) for one in shorts]), timed(lambda: read_one(whole))
    print(f"\nlong report: {len(pieces)} words take {together.cpu / apart.cpu:.2f} times what ten reports of {short} words of it take")


def gate_recall() -> None:
    """Prints how many claims are lost because the gate let their sentence pass unparsed."""
    from marsad import flow
    from marsad.ingest import read_inputs
    from marsad.model.report import Report

    gold = [str(path) for folder in ("seeds", "public") for path in sorted((SHARED / "gold" / folder).glob("*.txt"))]
    inputs = gold or [str(EXAMPLE)]
    lost, found = 0, 0
    for report in read_inputs(inputs):
        if not isinstance(report, Report):
            continue
        gated = {told(claim) for claim in flow.read_one(report).claims}
        whole = flow.prepare(report)
        passages = list(flow.all_passages(whole))
        trees = flow.parse(whole.along.beside(passages))
        everything = msgspec.structs.replace(whole, candidates=passages)
        ungated = flow.finish(everything, {(p.field, p.index): tree for p, tree in zip(passages, trees, strict=True)}).claims
        found += len(ungated)
        missed = [claim for claim in ungated if told(claim) not in gated]
        lost += len(missed)
        for claim in missed:
            print(f"  lost by the gate: {claim.card} in {(report.path or report.id)[-40:]} at {claim.evidence.start}")
    print(f"\ngate: {lost} of {found} claims lost on {'the gold' if gold else 'the example'}")


def told(claim: Claim) -> tuple[str, str, str, int, int]:
    """What a claim says and where; its values may depend on what other sentences were parsed, its being there may not."""
    return claim.kind, claim.type, claim.evidence.field, claim.evidence.start, claim.evidence.end


def cold_start() -> None:
    """Prints how long the program takes from nothing to claims on four short reports."""
    program = Path(sys.executable).with_name("marsad")
    seeds = sorted((SHARED / "gold" / "seeds").glob("*.txt")) or sorted(EXAMPLE.glob("*.txt"))[:4]
    runs = []
    for _ in range(3):
        with tempfile.TemporaryDirectory() as folder:
            began = time.perf_counter()
            subprocess.run([program, "read", *seeds, "-o", folder], check=True, capture_output=True)
            runs.append(time.perf_counter() - began)
    print(f"\ncold start: four short reports in {min(runs):.2f} s (best of {len(runs)}: {', '.join(f'{run:.2f}' for run in runs)})")


def main() -> None:
    """All measures are printed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sentences", type=int, default=6000, help="of the mixed stream (default: 6000)")
    parser.add_argument("--only", choices=["mixed", "conflict", "long", "gate", "cold"], help="measure this alone")
    asked = parser.parse_args()
    one_core()
    print(f"{PETRARCH}.")
    if not SHARED.exists():
        print(f"{SHARED} is absent: the bundled example stands in for conflict text, and there is no mixed stream")
    if asked.only in (None, "mixed", "conflict"):
        for name, texts, sentences in streams(asked.sentences):
            if asked.only in (None, name):
                read_stream(name, texts, sentences)
        print(f"\nmemory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most, all of the above in one process")
    if asked.only in (None, "long"):
        long_report()
    if asked.only in (None, "gate"):
        gate_recall()
    if asked.only in (None, "cold"):
        cold_start()


if __name__ == "__main__":
    main()
