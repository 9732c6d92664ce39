"""Writes the verifier as int8 ONNX. usage: python -m verifier.export --weights FILE --backbone FOLDER --out FOLDER"""

import argparse
from pathlib import Path

import seven_bits
import shared_words
import torch

from .backbone import from_backbone


def export(weights: Path, backbone: Path, embedder: Path, out: Path):
    """`verifier.onnx` (int8, inputs input_ids, attention_mask and token_type_ids, output logits) in `out`."""
    model = from_backbone(backbone)
    model.load_state_dict(torch.load(weights))
    out.mkdir(parents=True, exist_ok=True)
    seven_bits.write(model, out / "verifier.onnx", {0: "batch"}, embedder)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--backbone", type=Path, required=True)
    shared_words.add_argument(parser)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    export(args.weights, args.backbone, args.embedder, args.out)


if __name__ == "__main__":
    main()
