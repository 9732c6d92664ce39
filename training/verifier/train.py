"""Trains one stage. usage: python -m verifier.train STAGE --backbone FOLDER [--start FILE] --out FILE [--passes N] [--rate R]"""

import argparse
import collections
import json
import math
import os
import time
from pathlib import Path

import torch
from torch.nn import functional as F

from . import mixes
from .backbone import LABELS, Verifier, from_backbone
from .batches import batches, encode, pair_tokenizer
from .evaluate import dev_sets, scores

STAGES = {"general": mixes.general, "clinical": mixes.clinical}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("stage", choices=STAGES)
    parser.add_argument("--backbone", type=Path, required=True, help="folder with config.json, tokenizer.json, model.fp16.safetensors")
    parser.add_argument("--start", type=Path, help="weights of an earlier stage; else the backbone's")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=os.environ.get("ATTEST_DATA"), help="folder with the public sets")
    parser.add_argument("--passes", type=float, default=1.0, help="how often all is read; the last pass may be a part of one")
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--tokens", type=int, default=2048, help="tokens in a batch, padding included")
    parser.add_argument("--dropout", type=float, default=0.0, help="0 is a fifth faster; one pass over the data needs none")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    if args.data is None:
        parser.error("name the folder with the public sets: --data or ATTEST_DATA")

    torch.manual_seed(args.seed)
    pairs = STAGES[args.stage](Path(args.data), args.seed)
    print(len(pairs), "pairs", dict(collections.Counter(p.source for p in pairs)), dict(collections.Counter(p.label for p in pairs)), flush=True)
    tokenizer = pair_tokenizer(args.backbone)
    rows = encode(tokenizer, pairs)
    dev = {name: (part, encode(tokenizer, part)) for name, part in dev_sets(Path(args.data)).items()}

    model = from_backbone(args.backbone)
    for module in model.modules():
        if isinstance(module, torch.nn.Dropout):
            module.p = args.dropout
    if args.start:
        model.load_state_dict(torch.load(args.start))
    # 18 of the 40 MB are words: they keep what the backbone knows of them, and half of the optimiser's work is saved.
    model.words.weight.requires_grad_(False)
    # The head starts from nothing, the encoder from much: the head learns faster.
    parts = ("compare", "pooled", "head")
    head = [p for n, p in model.named_parameters() if n.startswith(parts)]
    encoder = [p for n, p in model.named_parameters() if p.requires_grad and not n.startswith(parts)]
    groups = [(encoder, args.rate), (head, 5 * args.rate)]
    optimiser = torch.optim.AdamW([{"params": part} for part, _ in groups], weight_decay=0.01, fused=True)
    total_tokens = sum(len(ids) for ids, _, _ in rows) * args.passes
    counts = collections.Counter(label for _, _, label in rows)
    weights = torch.tensor([len(rows) / (len(LABELS) * counts[i]) for i in range(len(LABELS))]).sqrt()
    started, seen, loss_sum, step = time.time(), 0, 0.0, 0
    for epoch in range(math.ceil(args.passes)):
        for ids, mask, types, labels, _ in batches(rows, args.tokens, args.seed * 100 + epoch):
            model.train()
            # By what was read, never by the clock: the same weights come out of a slow machine.
            share = seen / total_tokens
            if share >= 1:
                break
            for group, (_, rate) in zip(optimiser.param_groups, groups):
                group["lr"] = rate * min(1.0, (step + 1) / 100) * (1 - share)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = model(ids, mask, types)
            loss = F.cross_entropy(logits.float(), labels, weight=weights, label_smoothing=0.05)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(encoder + head, 1.0)
            optimiser.step()
            optimiser.zero_grad()
            seen, step, loss_sum = seen + int(mask.sum()), step + 1, loss_sum + loss.item()
            if step % 50 == 0:
                print(f"epoch {epoch} step {step} share {share:.3f} loss {loss_sum / 50:.4f} {seen / (time.time() - started):.0f} tokens/s", flush=True)
                loss_sum = 0.0
            if step % 2000 == 0:
                report(model, dev, {"step": step})
                torch.save(model.state_dict(), args.out)
    report(model, dev, {"stage": args.stage, "seconds": round(time.time() - started)})
    torch.save(model.state_dict(), args.out)


def report(model: Verifier, dev, about: dict):
    print(json.dumps({**about, **{name: scores(model, part, rows) for name, (part, rows) in dev.items()}}), flush=True)


if __name__ == "__main__":
    main()
