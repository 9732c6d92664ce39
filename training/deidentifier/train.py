"""Trains the tagger. usage: python -m deidentifier.train --backbone FOLDER --out FILE [--hold SET …] [--minutes M]"""

import argparse
import json
import os
import random
import time
from pathlib import Path

import torch
from torch.nn import functional as F

from . import augment, clinical
from .marked import DEV, Parts, documents, joined
from .measure import WINDOW, report
from .model import LABELS, from_backbone
from .words import Pieces, words_of

_IGNORED = -100
_INDEX = {label: index for index, label in enumerate(LABELS)}


def rows_of(parts: Parts, pieces: Pieces, rng: random.Random, window: int) -> list[tuple[list[int], list[int], list[int]]]:
    """Windows of a text: ids, ways and labels. Only the first piece of a word is read for its label. Windows begin anywhere."""
    text, labels = joined(parts)
    rows, ids, ways, targets = [], [], [], []
    room = window - 2
    first = rng.randint(room // 2, room)

    def close():
        rows.append(([pieces.cls, *ids, pieces.sep], [0, *ways, 0], [_IGNORED, *targets, _IGNORED]))
        ids.clear(), ways.clear(), targets.clear()

    for word in words_of(text):
        found = pieces.of(word.text)
        if len(ids) + len(found) > (first if not rows else room):
            close()
        inside = labels[word.start : word.end]
        told = [label for label in inside if label not in ("none", None)]
        label = _IGNORED if None in inside else _INDEX[told[0] if told else "none"]
        ids += found
        ways += [word.way] * len(found)
        targets += [label] + [_IGNORED] * (len(found) - 1)
    if len(ids) > 3:
        close()
    return rows


def stream(data: Path, names: list[str], pieces: Pieces, rng: random.Random, tokens: int, window: int):
    """Batches without end: half of the tokens from marked texts, half from clinical ones."""
    marked = [parts for name in names for parts in documents(name)]
    places = [text for parts in marked for text, label in parts if label == "address"]
    firms = [text for parts in marked for text, label in parts if label == "organisation"]
    negatives = clinical.passages(clinical.texts(data))
    rng.shuffle(negatives)
    # Short texts come as often as their length says, or the many snippets would be all that is learnt.
    weights = [sum(len(text) for text, _ in parts) ** 0.8 for parts in marked]
    print(len(marked), "marked texts,", len(negatives), "clinical passages", flush=True)
    pending = []
    while True:
        kind = rng.random()
        if kind < 0.55:
            parts = rng.choices(marked, weights)[0]
            if rng.random() < 0.85:
                parts = augment.replaced(parts, rng, places, firms)
            parts = augment.rewritten(parts, rng)
        else:
            text = rng.choice(negatives)
            parts = clinical.with_identifiers(text, rng) if kind < 0.75 else clinical.unmarked(text)
            parts = augment.rewritten(parts, rng)
        pending += rows_of(parts, pieces, rng, window)
        if sum(len(ids) for ids, _, _ in pending) > 12 * tokens:
            pending.sort(key=lambda row: len(row[0]))
            batches, now = [], []
            for row in pending:
                if now and (len(now) + 1) * len(row[0]) > tokens:
                    batches.append(now)
                    now = []
                now.append(row)
            batches.append(now)
            pending = []
            rng.shuffle(batches)
            for batch in batches:
                yield padded(batch, pieces.pad)


def padded(rows, pad: int):
    # Few shapes: the matrix kernels are compiled per shape.
    longest = -(-max(len(ids) for ids, _, _ in rows) // 32) * 32
    fill = lambda values, empty: values + [empty] * (longest - len(values))
    ids = torch.tensor([fill(ids, pad) for ids, _, _ in rows])
    ways = torch.tensor([fill(ways, 0) for _, ways, _ in rows])
    targets = torch.tensor([fill(targets, _IGNORED) for _, _, targets in rows])
    mask = torch.tensor([fill([1] * len(row[0]), 0) for row in rows])
    return ids, mask, ways, targets


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--backbone", type=Path, required=True, help="folder with config.json, tokenizer.json, model.fp16.safetensors")
    parser.add_argument("--start", type=Path, help="weights of an earlier run; else the backbone's")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=os.environ.get("ATTEST_DATA"), help="folder with the public sets")
    parser.add_argument("--hold", nargs="*", default=[], choices=DEV, help="development sets to measure on, not to train on")
    parser.add_argument("--layers", type=int, default=3)
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--tokens", type=int, default=2048, help="tokens in a batch, padding included")
    parser.add_argument("--window", type=int, default=WINDOW, help="tokens of a window, marks of its ends included")
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    if args.data is None:
        parser.error("name the folder with the public sets: --data or ATTEST_DATA")
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    pieces = Pieces(args.backbone)
    model = from_backbone(args.backbone, args.layers, args.dropout)
    if args.start:
        model.load_state_dict(torch.load(args.start))
    # The words keep what the backbone knows of them: names that no text here holds are read by their neighbours.
    model.words.weight.requires_grad_(False)
    head = [*model.head.parameters(), *model.ways.parameters()]
    encoder = [p for n, p in model.named_parameters() if p.requires_grad and not n.startswith(("head", "ways"))]
    groups = [(encoder, args.rate), (head, 3 * args.rate)]
    optimiser = torch.optim.AdamW([{"params": part} for part, _ in groups], weight_decay=0.01)
    # What is missed costs more than what is taken without need.
    weights = torch.tensor([1.0] + [2.0] * (len(LABELS) - 1))
    started, step, seen, loss_sum = time.time(), 0, 0, 0.0
    for ids, mask, ways, targets in stream(Path(args.data), [n for n in DEV if n not in args.hold], pieces, rng, args.tokens, args.window):
        if step == 0:
            started = time.time()
        share = (time.time() - started) / 60 / args.minutes
        if share >= 1:
            break
        for group, (_, rate) in zip(optimiser.param_groups, groups):
            group["lr"] = rate * min(1.0, (step + 1) / 100) * (1 - share)
        model.train()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = model(ids, mask, ways)
        loss = F.cross_entropy(logits.float().flatten(0, 1), targets.flatten(), weight=weights, ignore_index=_IGNORED, label_smoothing=0.02)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(encoder + head, 1.0)
        optimiser.step()
        optimiser.zero_grad()
        step, seen, loss_sum = step + 1, seen + int(mask.sum()), loss_sum + loss.item()
        if step % 100 == 0:
            print(f"step {step} share {share:.3f} loss {loss_sum / 100:.4f} {seen / (time.time() - started):.0f} tokens/s", flush=True)
            loss_sum = 0.0
        if step % 400 == 0:
            torch.save(model.state_dict(), args.out)
            report(model, pieces, args.hold)
    torch.save(model.state_dict(), args.out)
    report(model, pieces, args.hold)
    print(json.dumps({"steps": step, "tokens": seen, "seconds": round(time.time() - started)}))


if __name__ == "__main__":
    main()
