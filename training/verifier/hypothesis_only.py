"""How far the claim alone gives the label away, which a fair set does not let happen: a bag-of-words classifier that never
sees the evidence, per set, five-fold by premise. usage: python -m verifier.hypothesis_only [--data FOLDER]

McCoy et al., "Right for the wrong reasons", 2019; Gururangan et al., "Annotation artifacts in natural language
inference data", 2018."""

import argparse
import collections
import os
import re
import zlib
from pathlib import Path

import torch
from torch.nn import functional as F

from . import mixes, public_sets
from .backbone import LABELS
from .pair import Pair

BUCKETS = 1 << 15
FOLDS = 5
MOST = 4000


def features(claim: str) -> list[int]:
    """Hashed words and pairs of neighbouring words."""
    words = re.findall(r"[a-z]+|\d+|[^\w\s]", claim.lower())
    return sorted({zlib.crc32(token.encode()) % BUCKETS for token in [*words, *(f"{a} {b}" for a, b in zip(words, words[1:]))]})


def bags(words: list[torch.Tensor], kept: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """The features of the claims that are kept, one after the other, and where each claim's begin."""
    chosen = [bag for bag, keep in zip(words, kept.tolist()) if keep]
    return torch.cat(chosen), torch.tensor([0, *(len(bag) for bag in chosen[:-1])]).cumsum(0)


def accuracy(pairs: list[Pair]) -> float:
    """Share of claims whose label a linear classifier guesses from the claim, on folds that share no premise."""
    words = [torch.tensor(features(pair.claim)) for pair in pairs]
    truth = torch.tensor([LABELS.index(pair.label) for pair in pairs])
    fold = torch.tensor([zlib.crc32(pair.premise.encode()) % FOLDS for pair in pairs])
    right = 0
    for held in range(FOLDS):
        seen, unseen = fold != held, fold == held
        inputs, unseen_inputs = bags(words, seen), bags(words, unseen)
        weights = torch.zeros(BUCKETS, len(LABELS), requires_grad=True)
        optimiser = torch.optim.Adam([weights], lr=0.01, weight_decay=1e-4)
        for _ in range(40):
            optimiser.zero_grad()
            F.cross_entropy(F.embedding_bag(inputs[0], weights, inputs[1], mode="sum"), truth[seen]).backward()
            optimiser.step()
        right += int((F.embedding_bag(unseen_inputs[0], weights, unseen_inputs[1], mode="sum").argmax(-1) == truth[unseen]).sum())
    return right / len(pairs)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, default=os.environ.get("ATTEST_DATA"))
    args = parser.parse_args()
    sets = collections.defaultdict(list)
    for name, folder in (("written", mixes.WRITTEN), ("everyday", mixes.EVERYDAY)):
        for pair in [*mixes.written(False, folder), *mixes.written(True, folder)]:
            sets[f"{name}: {pair.source}"].append(pair)
    if args.data:
        for pair in mixes.general(Path(args.data), 1):
            sets[pair.source].append(pair)
    print("| set | pairs | largest label | claim alone |")
    print("|---|---:|---:|---:|")
    for name, pairs in sets.items():
        part = pairs[:MOST]
        largest = collections.Counter(p.label for p in part).most_common(1)[0][1] / len(part)
        print(f"| {name} | {len(part)} | {largest:.3f} | {accuracy(part):.3f} |", flush=True)


if __name__ == "__main__":
    main()
