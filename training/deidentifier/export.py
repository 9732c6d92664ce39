"""Writes the tagger as int8 ONNX, with its tokenizer and what it says of itself.
usage: python -m deidentifier.export --weights FILE --backbone FOLDER --layers N --threshold T --out FOLDER"""

import argparse
import json
from pathlib import Path

import seven_bits
import torch

from .measure import SHARED, WINDOW
from .model import LABELS, from_backbone
from .words import LINE_END, Pieces


def kept_tokens(vocabulary: dict[str, int]) -> list[str]:
    """The tokens of Latin, Greek and other letters and marks that texts hold; not those that the backbone never used and
    not single signs of scripts that it reads sign by sign: 384 bytes each."""
    special = {"[PAD]", "[UNK]", "[CLS]", "[SEP]", LINE_END}

    def is_kept(token: str) -> bool:
        if token.startswith("[unused") or token == "[MASK]":
            return token in special
        return token in special or all(ord(char) < 0x590 or 0x1E00 <= ord(char) < 0x2100 for char in token)

    return [token for token, _ in sorted(vocabulary.items(), key=lambda item: item[1]) if is_kept(token)]


def export(weights: Path, backbone: Path, layers: int, threshold: float, out: Path):
    """`deidentifier.onnx` (int8, inputs input_ids, attention_mask and token_type_ids, output logits), `tokenizer.json` and
    `deidentifier.json` in `out`."""
    model = from_backbone(backbone, layers)
    model.load_state_dict(torch.load(weights))
    tokenizer = json.loads((backbone / "tokenizer.json").read_text(encoding="utf8"))
    vocabulary = tokenizer["model"]["vocab"]
    tokens = kept_tokens(vocabulary)
    words = torch.nn.Embedding(len(tokens), model.words.embedding_dim)
    words.weight.data.copy_(model.words.weight.data[[vocabulary[token] for token in tokens]])
    model.words = words
    tokenizer["model"]["vocab"] = {token: index for index, token in enumerate(tokens)}
    tokenizer["added_tokens"] = []
    tokenizer["post_processor"] = None
    tokenizer["truncation"] = tokenizer["padding"] = None
    out.mkdir(parents=True, exist_ok=True)
    (out / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":")), encoding="utf8")
    pieces = Pieces(out)
    about = {
        "name": "attest-deidentifier",
        "labels": list(LABELS),
        "threshold": threshold,
        "window": WINDOW,
        "shared": SHARED,
        "marks": {"start": pieces.cls, "end": pieces.sep, "lineEnd": pieces.line_end, "unknown": pieces.unknown},
    }
    (out / "deidentifier.json").write_text(json.dumps(about, indent=2) + "\n", encoding="utf8")
    seven_bits.write(model, out / "deidentifier.onnx", {0: "batch", 1: "length"})


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--backbone", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=3)
    parser.add_argument("--threshold", type=float, required=True, help="a word is taken from this probability that it tells something")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    export(args.weights, args.backbone, args.layers, args.threshold, args.out)


if __name__ == "__main__":
    main()
