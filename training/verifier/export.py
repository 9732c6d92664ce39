"""Writes the verifier as int8 ONNX, with its tokenizer. usage: python -m verifier.export --weights FILE --backbone FOLDER --out FOLDER"""

import argparse
import shutil
import tempfile
from pathlib import Path

import torch

from .backbone import from_backbone


def export(weights: Path, backbone: Path, out: Path):
    """`verifier.onnx` (int8, inputs input_ids, attention_mask and token_type_ids, output logits) and `tokenizer.json` in `out`."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    model = from_backbone(backbone)
    model.load_state_dict(torch.load(weights))
    model.eval()
    ids = torch.randint(1000, 2000, (2, 16))
    axes = {0: "batch", 1: "length"}
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        full, prepared = Path(folder) / "full.onnx", Path(folder) / "prepared.onnx"
        torch.onnx.export(
            model,
            (ids, torch.ones_like(ids), torch.zeros_like(ids)),
            str(full),
            input_names=["input_ids", "attention_mask", "token_type_ids"],
            output_names=["logits"],
            dynamic_axes={"input_ids": axes, "attention_mask": axes, "token_type_ids": axes, "logits": {0: "batch"}},
            opset_version=14,
            dynamo=False,
        )
        quant_pre_process(str(full), str(prepared), skip_symbolic_shape=True)
        # Seven bits: eight saturate on processors without VNNI, and a verdict must not depend on the laptop.
        quantize_dynamic(str(prepared), str(out / "verifier.onnx"), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    shutil.copyfile(backbone / "tokenizer.json", out / "tokenizer.json")
    onnx.checker.check_model(str(out / "verifier.onnx"))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--backbone", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    export(args.weights, args.backbone, args.out)


if __name__ == "__main__":
    main()
