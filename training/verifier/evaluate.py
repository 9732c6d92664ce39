"""Development figures while training. The published figures are those of `npm run bench -- claims`, on the int8 model."""

import collections
from pathlib import Path

import torch

from . import mixes, public_sets
from .backbone import LABELS, Verifier
from .batches import batches
from .pair import Pair


def dev_sets(data: Path) -> dict[str, list[Pair]]:
    """Written pairs and MultiNLI rows that are neither trained on nor part of what the benchmark reports."""
    return {"held": mixes.held(), "written": mixes.written(True), "everyday": mixes.written(True, mixes.EVERYDAY), "mnli": public_sets.mnli(data, "dev")[:400]}


@torch.no_grad()
def logits_of(model: Verifier, rows) -> torch.Tensor:
    """Logits per row, in the order of the rows."""
    model.eval()
    out = torch.zeros(len(rows), len(LABELS))
    for ids, mask, types, _, index in batches(rows, 6144, None):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            out[index] = model(ids, mask, types).float()
    return out


def scores(model: Verifier, pairs: list[Pair], rows) -> dict:
    """Accuracy, macro-F1 and accuracy per kind."""
    if not rows:
        return {}
    guesses = logits_of(model, rows).argmax(-1).tolist()
    truth = [label for _, _, label in rows]
    f1 = []
    for label in range(len(LABELS)):
        hit = sum(g == t == label for g, t in zip(guesses, truth))
        f1.append(2 * hit / max(1, sum(g == label for g in guesses) + sum(t == label for t in truth)))
    kinds = collections.defaultdict(list)
    for pair, guess, right in zip(pairs, guesses, truth):
        if pair.kind:
            kinds[pair.kind].append(guess == right)
    return {
        "accuracy": round(sum(g == t for g, t in zip(guesses, truth)) / len(truth), 4),
        "f1": round(sum(f1) / len(f1), 4),
        "n": len(truth),
        **({"kinds": {k: round(sum(v) / len(v), 2) for k, v in sorted(kinds.items())}} if kinds else {}),
    }
