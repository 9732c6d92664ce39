"""What each stage of training reads, and how much of it. Sizes are upper limits; seeds make the draw repeatable."""

import json
import random
import re
from pathlib import Path
from typing import Callable

from . import public_sets
from .generated import Generator
from .pair import Pair

HERE = Path(__file__).resolve().parent.parent
WRITTEN = HERE / "data" / "written"
EVERYDAY = HERE / "data" / "everyday"
#: By writers none of whose other pairs are trained on.
HELD = HERE / "data" / "held"
DICTIONARIES = HERE.parent / "src" / "core" / "terminology" / "dictionaries"
SHORT = {"s": "supported", "c": "contradicted", "n": "not-addressed"}
#: Written files that are kept from training whole: by writers of their own, for how far typed facts lean a reading.
UNSEEN = {"certainty-and-units", "doses-units-and-times", "spoken-and-lay"}
#: Every twelfth written premise is kept from training, to see how training goes and to fit the lean on.
WRITTEN_DEV_STEP = 12


def written(dev: bool, folder: Path = WRITTEN) -> list[Pair]:
    """The written pairs of a folder; `dev` for the part that is never trained on."""
    return _read(folder, lambda index: (index % WRITTEN_DEV_STEP == 0) == dev)


def held() -> list[Pair]:
    """Written pairs that are never trained on, by writers whom no stage has met: what another writer's text will be like."""
    return _read(HELD, lambda index: True)


def _read(folder: Path, is_wanted: Callable[[int], bool]) -> list[Pair]:
    pairs = []
    for file in sorted(folder.glob("*.jsonl")):
        for index, line in enumerate(file.read_text().splitlines()):
            if not is_wanted(index):
                continue
            row = json.loads(line)
            for claim, label, *kind in row["claims"]:
                pairs.append(Pair(row["premise"], claim, SHORT[label], file.stem, *kind))
    return pairs


def other_premise(pairs: list[Pair], count: int, rng: random.Random) -> list[Pair]:
    """Claims beside another text's evidence: not addressed. Easy, and needed: the library's passages are mostly such."""
    made = []
    while len(made) < count and len(pairs) > 1:
        one, two = rng.sample(pairs, 2)
        if one.premise != two.premise:
            made.append(Pair(one.premise, two.claim, "not-addressed", "swapped"))
    return made


def wrong_numbers(pairs: list[Pair], count: int, rng: random.Random) -> list[Pair]:
    """Supported claims with one number changed to one that the evidence does not hold."""
    made = []
    for pair in rng.sample(pairs, len(pairs)):
        if len(made) >= count:
            break
        found = [m for m in re.finditer(r"(?<![\w.])\d+(?:\.\d+)?(?![\w%]*\d)", pair.claim)]
        if pair.label != "supported" or not found:
            continue
        at = rng.choice(found)
        value = float(at.group())
        changed = rng.choice([value * 10, value / 10, value * 2, value / 2, value + rng.randint(1, 9)])
        shown = f"{changed:.1f}".removesuffix(".0") if "." in at.group() else f"{max(1, round(changed))}"
        if shown == at.group() or re.search(rf"(?<![\d.]){re.escape(shown)}(?![\d])", pair.premise):
            continue
        made.append(Pair(pair.premise, pair.claim[: at.start()] + shown + pair.claim[at.end() :], "contradicted", "wrong-number"))
    return made


def sections_of_visits(data: Path, count: int, rng: random.Random) -> list[Pair]:
    """Dialogues with the sentences of their own note (supported), and of another note of the same section (not addressed)."""
    rows = [row for row in public_sets.dialogues(data) if len(row[0].split()) < 170 and len(row[1].split()) > 3]
    pairs = []
    for dialogue, note, header in rows:
        sentences = [part for part in re.split(r"(?<=[.!?])\s+", note) if 3 < len(part.split()) < 35]
        if not sentences:
            continue
        pairs.append(Pair(dialogue, rng.choice(sentences), "supported", "visits"))
        others = [row for row in rng.sample(rows, 12) if row[2] == header and row[1] != note]
        if others:
            foreign = [part for part in re.split(r"(?<=[.!?])\s+", others[0][1]) if 3 < len(part.split()) < 35]
            if foreign:
                pairs.append(Pair(dialogue, rng.choice(foreign), "not-addressed", "visits"))
    pairs += wrong_numbers(pairs, 300, rng)
    rng.shuffle(pairs)
    return pairs[:count]


def drawn(pairs: list[Pair], count: int, rng: random.Random) -> list[Pair]:
    return rng.sample(pairs, min(count, len(pairs)))


def balanced(pairs: list[Pair], count: int, rng: random.Random) -> list[Pair]:
    """At most a third of `count` of each label."""
    return [
        pair
        for label in SHORT.values()
        for pair in drawn([p for p in pairs if p.label == label], count // 3, rng)
    ]


def general(data: Path, seed: int) -> list[Pair]:
    """First stage: what entailment is, with the number, date and negation contrasts of VitaminC and the trials."""
    rng = random.Random(seed)
    sets = {name: public_sets.json_set(data, name) for name in (
        "vitaminc_real", "vitaminc_synthetic", "cad_snli", "conjnli", "breaking_nli", "checkcovid",
        "evidence_inference_templated", "citint",
    )}
    pairs = [
        *public_sets.mnli(data, "train"),
        *drawn(public_sets.snli(data), 8000, rng),
        *public_sets.negated(data),
        *balanced(sets["vitaminc_real"], 21000, rng),
        *balanced(sets["vitaminc_synthetic"], 6000, rng),
        *drawn(sets["cad_snli"], 6000, rng),
        *balanced(sets["conjnli"], 5000, rng),
        *drawn(sets["breaking_nli"], 2000, rng),
        *sets["checkcovid"],
        # Its neutral pairs are unverified.
        *drawn([p for p in sets["evidence_inference_templated"] if p.label != "not-addressed"], 4500, rng),
        *balanced(sets["citint"], 900, rng),
        *Generator(DICTIONARIES, [], seed).pairs(4000),
    ]
    pairs += other_premise([p for p in pairs if p.source.startswith(("vitaminc", "evidence", "checkcovid"))], 3000, rng)
    rng.shuffle(pairs)
    return pairs


def clinical(data: Path, seed: int) -> list[Pair]:
    """Second stage: the written pairs, facts set into their paragraphs, visits, and a part of the first stage."""
    rng = random.Random(seed)
    own = [pair for pair in written(dev=False) if pair.source not in UNSEEN]
    everyday = written(False, EVERYDAY)
    paragraphs = sorted({pair.premise for pair in own})
    first = general(data, seed)
    # Each time with another part of the abstract.
    findings = [pair for _ in range(4) for pair in public_sets.scifact(data, rng)]
    pairs = [
        *own,
        *everyday,
        *wrong_numbers(own, 900, rng),
        *other_premise(own, 900, rng),
        *Generator(DICTIONARIES, paragraphs, seed).pairs(4000),
        *sections_of_visits(data, 1200, rng),
        *[pair for pair in first if pair.source == "checkcovid"],
        *findings,
        *other_premise(findings, 400, rng),
        *drawn([pair for pair in first if pair.source == "mnli"], 10000, rng),
        *drawn([pair for pair in first if pair.source not in ("mnli", "checkcovid")], 6000, rng),
    ]
    rng.shuffle(pairs)
    return pairs
