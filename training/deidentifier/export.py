"""Writes the tagger as int8 ONNX, with its tokenizer and what it says of itself.
usage: python -m deidentifier.export --weights FILE --backbone FOLDER --layers N --threshold T --out FOLDER"""

import argparse
import json
import tempfile
from pathlib import Path

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
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    model = from_backbone(backbone, layers)
    model.load_state_dict(torch.load(weights))
    model.eval()
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
    ids = torch.randint(1000, 2000, (2, 16))
    axes = {0: "batch", 1: "length"}
    names = ["input_ids", "attention_mask", "token_type_ids"]
    with tempfile.TemporaryDirectory() as folder:
        full, prepared = Path(folder) / "full.onnx", Path(folder) / "prepared.onnx"
        torch.onnx.export(
            model,
            (ids, torch.ones_like(ids), torch.zeros_like(ids)),
            str(full),
            input_names=names,
            output_names=["logits"],
            dynamic_axes={name: axes for name in [*names, "logits"]},
            opset_version=14,
            dynamo=False,
        )
        quant_pre_process(str(full), str(prepared), skip_symbolic_shape=True)
        # Seven bits: eight saturate on processors without VNNI, and what is sent must not depend on the laptop.
        quantize_dynamic(str(prepared), str(out / "deidentifier.onnx"), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    onnx.checker.check_model(str(out / "deidentifier.onnx"))


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
