"""Writes the verifier as int8 ONNX, with its tokenizer. usage: python -m verifier.export --weights FILE --backbone FOLDER --out FOLDER"""

import argparse
import shutil
from pathlib import Path

import seven_bits
import torch

from .backbone import from_backbone


def export(weights: Path, backbone: Path, out: Path):
    """`verifier.onnx` (int8, inputs input_ids, attention_mask and token_type_ids, output logits) and `tokenizer.json` in `out`."""
    model = from_backbone(backbone)
    model.load_state_dict(torch.load(weights))
    out.mkdir(parents=True, exist_ok=True)
    seven_bits.write(model, out / "verifier.onnx", {0: "batch"})
    shutil.copyfile(backbone / "tokenizer.json", out / "tokenizer.json")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--backbone", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    export(args.weights, args.backbone, args.out)


if __name__ == "__main__":
    main()
