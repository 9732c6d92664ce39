"""Public sets of evidence and claims whose licences allow training (training/README.md names them). Read from a folder
that is not part of the project; nothing of them is copied into it."""

import csv
import gzip
import json
import random
import re
from pathlib import Path
from typing import Iterator

from .pair import Pair

csv.field_size_limit(10_000_000)
NLI = {"entailment": "supported", "contradiction": "contradicted", "neutral": "not-addressed"}


def mnli(data: Path, part: str) -> list[Pair]:
    """A part of MultiNLI dev: `held` (every fourth row; test/bench/claims measures on it), `dev` or `train`."""

    def part_of(index: int) -> str:
        return "held" if index % 4 == 0 else "dev" if index % 20 == 1 else "train"

    rows = csv.DictReader((data / "nli/mnli.csv").open(newline=""))
    return [
        Pair(row["premise"], row["hypothesis"], NLI[row["label"]], "mnli")
        for index, row in enumerate(rows)
        if part_of(index) == part and row["label"] in NLI
    ]


def snli(data: Path) -> list[Pair]:
    rows = csv.DictReader((data / "nli/snli.csv").open(newline=""))
    return [Pair(r["premise"], r["hypothesis"], NLI[r["label"]], "snli") for r in rows if r["label"] in NLI]


def _plain(text: str) -> str:
    """A sentence without its negations, to find it again in its negated form."""
    return re.sub(r"\b(not|no|never|do|does|did)\b|n't|\W+", "", text.lower())


def negated(data: Path) -> list[Pair]:
    """The negated MultiNLI and SNLI pairs, without those made from a held MultiNLI pair."""
    held = {_plain(text) for pair in mnli(data, "held") for text in (pair.premise, pair.claim)}
    pairs = []
    for name in ("neg_MNLI", "neg_SNLI"):
        with (data / f"nli/{name}.txt").open(newline="", encoding="cp1252", errors="replace") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                text, claim, label = row["Text"], row["Hypothesis"], row["gold_label"]
                if label not in NLI or _plain(text) in held or _plain(claim) in held:
                    continue
                pairs.append(Pair(text, claim, NLI[label], "negated"))
    return pairs


def json_set(data: Path, name: str) -> list[Pair]:
    with gzip.open(data / f"nli/{name}.jsonl.gz", "rt") as lines:
        rows = [json.loads(line) for line in lines]
    return [Pair(_spaced(r["premise"]), _spaced(r["hypothesis"]), NLI[r["label"]], name) for r in rows if r["label"] in NLI]


def _spaced(text: str) -> str:
    """Text of tokenised corpora as people write it."""
    text = re.sub(r"\s+([.,;:%)\]])", r"\1", text)
    return re.sub(r"([(\[$])\s+", r"\1", text).replace("-LRB-", "(").replace("-RRB-", ")")


#: Of SciFact's claims, those whose first cited abstract's number is divisible by this are held; the benchmark measures on them.
SCIFACT_HELD = 3
#: What the verifier reads of an abstract at a time, in characters.
SCIFACT_WINDOW = 900


def scifact(data: Path, rng: random.Random) -> list[Pair]:
    """SciFact's claims, without the held third, with a part of the abstract: around the sentences that decide, or anywhere
    in the cited abstract when it has no evidence."""
    abstracts = {
        row["doc_id"]: (row["title"], [" ".join(printed[1:-1].replace("\\n", " ").split()) for printed in re.split(r"\n (?=['\"])", row["abstract"].strip("[]"))])
        for row in csv.DictReader((data / "scifact/corpus.csv").open(newline=""))
    }
    labels = {"SUPPORT": "supported", "CONTRADICT": "contradicted"}
    pairs = []
    for row in csv.DictReader((data / "scifact/claims_train.csv").open(newline="")):
        cited = re.findall(r"\d+", row["cited_doc_ids"])
        if not cited or int(cited[0]) % SCIFACT_HELD == 0:
            continue
        document = row["evidence_doc_id"] or cited[0]
        if document not in abstracts or (row["evidence_label"] and int(document) % SCIFACT_HELD == 0):
            continue
        title, sentences = abstracts[document]
        decisive = [int(number) for number in re.findall(r"\d+", row["evidence_sentences"])]
        if any(number >= len(sentences) for number in decisive):
            continue
        first = last = rng.choice(decisive) if decisive else rng.randrange(len(sentences))
        window = SCIFACT_WINDOW - rng.randrange(500)
        while True:
            sides = [s for s in (first - 1, last + 1) if 0 <= s < len(sentences)]
            if not sides or len(" ".join(sentences[min(first, sides[0]) : max(last, sides[-1]) + 1])) > window:
                break
            side = rng.choice(sides)
            first, last = min(first, side), max(last, side)
        premise = " ".join(sentences[first : last + 1])
        if first == 0:
            premise = f"{title} {premise}"
        pairs.append(Pair(premise, row["claim"], labels.get(row["evidence_label"], "not-addressed"), "scifact"))
    return pairs


def dialogues(data: Path) -> Iterator[tuple[str, str, str]]:
    """MTS-Dialog: dialogue, section note and the kind of section."""
    for row in csv.DictReader((data / "mts-dialog/train.csv").open(newline="")):
        yield row["dialogue"], row["section_text"], row["section_header"]
