"""Writes an encoder of text as 8-bit ONNX with 7-bit weights: what the verifier and the tagger of identifiers have in common."""

import tempfile
from pathlib import Path

import torch

INPUTS = ["input_ids", "attention_mask", "token_type_ids"]


def write(model: torch.nn.Module, file: Path, logits_axes: dict[int, str]):
    """`file` with the inputs input_ids, attention_mask and token_type_ids and the output logits, of which `logits_axes`
    names those of any length."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    model.eval()
    ids = torch.randint(1000, 2000, (2, 16))
    axes = {0: "batch", 1: "length"}
    with tempfile.TemporaryDirectory() as folder:
        full, prepared = Path(folder) / "full.onnx", Path(folder) / "prepared.onnx"
        torch.onnx.export(
            model,
            (ids, torch.ones_like(ids), torch.zeros_like(ids)),
            str(full),
            input_names=INPUTS,
            output_names=["logits"],
            dynamic_axes={**{name: axes for name in INPUTS}, "logits": logits_axes},
            opset_version=14,
            dynamo=False,
        )
        quant_pre_process(str(full), str(prepared), skip_symbolic_shape=True)
        # Seven bits: eight saturate on processors without VNNI, and neither a verdict nor what is sent may depend on the laptop.
        quantize_dynamic(str(prepared), str(file), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    onnx.checker.check_model(str(file))
