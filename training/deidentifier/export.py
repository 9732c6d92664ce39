"""Writes the tagger as int8 ONNX, with what it says of itself.
usage: python -m deidentifier.export --weights FILE --backbone FOLDER --layers N --threshold T --out FOLDER"""

import argparse
import json
from pathlib import Path

import seven_bits
import shared_words
import torch

from .measure import SHARED, WINDOW
from .model import LABELS, from_backbone
from .words import Pieces


def export(weights: Path, backbone: Path, embedder: Path, layers: int, threshold: float, out: Path):
    """`deidentifier.onnx` (int8, inputs input_ids, attention_mask and token_type_ids, output logits) and
    `deidentifier.json` in `out`."""
    model = from_backbone(backbone, layers)
    model.load_state_dict(torch.load(weights))
    out.mkdir(parents=True, exist_ok=True)
    pieces = Pieces(backbone)
    about = {
        "name": "attest-deidentifier",
        "labels": list(LABELS),
        "threshold": threshold,
        "window": WINDOW,
        "shared": SHARED,
        "marks": {"start": pieces.cls, "end": pieces.sep, "lineEnd": pieces.line_end, "unknown": pieces.unknown},
    }
    (out / "deidentifier.json").write_text(json.dumps(about, indent=2) + "\n", encoding="utf8")
    seven_bits.write(model, out / "deidentifier.onnx", {0: "batch", 1: "length"}, embedder)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--backbone", type=Path, required=True)
    shared_words.add_argument(parser)
    parser.add_argument("--layers", type=int, default=3)
    parser.add_argument("--threshold", type=float, required=True, help="a word is taken from this probability that it tells something")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    export(args.weights, args.backbone, args.embedder, args.layers, args.threshold, args.out)


if __name__ == "__main__":
    main()
