"""Writes an encoder of text as 8-bit ONNX with 7-bit weights: what the verifier and the tagger of identifiers have in common."""

import tempfile
from pathlib import Path

import fused_attention
import shared_words
import torch

INPUTS = ["input_ids", "attention_mask", "token_type_ids"]


def write(model: torch.nn.Module, file: Path, logits_axes: dict[int, str], embedder: Path):
    """`file` with the inputs input_ids, attention_mask and token_type_ids and the output logits, of which `logits_axes`
    names those of any length. It reads its table of words out of the `embedder`'s file, which has to lie beside it."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process
    from onnxruntime.transformers import optimizer

    hidden, heads = model.words.embedding_dim, model.layers[0].heads
    ids = torch.randint(1000, 2000, (2, 16))
    axes = {0: "batch", 1: "length"}
    with tempfile.TemporaryDirectory() as folder:
        full, merged, prepared = (Path(folder) / f"{name}.onnx" for name in ("full", "merged", "prepared"))
        torch.onnx.export(
            fused_attention.fused(model),
            (ids, torch.ones_like(ids), torch.zeros_like(ids)),
            str(full),
            input_names=INPUTS,
            output_names=["logits"],
            dynamic_axes={**{name: axes for name in INPUTS}, "logits": logits_axes},
            opset_version=14,
            dynamo=False,
        )
        # Norms with what is added before them, and the activation with its bias: a tenth of the time.
        optimizer.optimize_model(str(full), model_type="bert", num_heads=heads, hidden_size=hidden, opt_level=0).save_model_to_file(str(merged))
        quant_pre_process(str(merged), str(prepared), skip_symbolic_shape=True)
        # Seven bits: eight saturate on processors without VNNI, and neither a verdict nor what is sent may depend on the laptop.
        quantize_dynamic(
            str(prepared),
            str(file),
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )
    onnx.checker.check_model(str(file))
    shared_words.share(file, embedder)
