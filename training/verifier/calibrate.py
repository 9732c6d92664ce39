"""Fits the temperature and the risk–coverage curve of an exported verifier. usage: python -m verifier.calibrate --backbone FOLDER FOLDER

Both come from the pairs of writers whom training has not met (`data/held`), by the int8 model itself: on other pairs of
writers that it has met it is right more often than anywhere else. Temperature scaling: Guo et al., "On
calibration of modern neural networks", 2017. Risk–coverage: El-Yaniv and Wiener, 2010."""

import argparse
import json
import math
from pathlib import Path

import numpy
import shared_words

from . import mixes
from .backbone import LABELS
from .batches import MOST_TOKENS, batches, encode, pair_tokenizer

#: Points of a curve.
POINTS = 20


def logits_of(folder: Path, embedder: Path, rows) -> numpy.ndarray:
    """Logits of the int8 model per row."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(shared_words.whole(folder / "verifier.onnx", embedder), options)
    out = numpy.zeros((len(rows), len(LABELS)))
    for ids, mask, types, _, index in batches(rows, 4096, None):
        fed = {"input_ids": ids.numpy(), "attention_mask": mask.numpy(), "token_type_ids": types.numpy()}
        out[index.numpy()] = session.run(["logits"], fed)[0]
    return out


def softmax(logits, temperature):
    scaled = logits / temperature
    powers = numpy.exp(scaled - scaled.max(-1, keepdims=True))
    return powers / powers.sum(-1, keepdims=True)


def temperature_of(logits, truth) -> float:
    """The temperature with the smallest log loss."""
    steps = numpy.exp(numpy.linspace(numpy.log(0.3), numpy.log(5), 200))
    losses = [-numpy.log(softmax(logits, t)[numpy.arange(len(truth)), truth] + 1e-9).mean() for t in steps]
    return float(steps[int(numpy.argmin(losses))])


def upper_bound(wrong: int, answers: int, z: float = 1.2816) -> float:
    """The share of errors that is not exceeded with 90 %, by Wilson (1927): no error among few is not a share of zero, and
    what was measured on written pairs is not believed to the last point elsewhere."""
    share = wrong / answers
    centre = share + z * z / (2 * answers)
    spread = z * math.sqrt(share * (1 - share) / answers + z * z / (4 * answers * answers))
    return (centre + spread) / (1 + z * z / answers)


def curve_of(probabilities, truth, label: int) -> list[dict]:
    """For what the model calls `label`: the share of errors and of answers kept when less confident ones are withheld."""
    called = numpy.flatnonzero(probabilities.argmax(-1) == label)
    order = called[numpy.argsort(-probabilities[called, label])]
    wrong = numpy.cumsum(truth[order] != label)
    points = []
    for last in sorted({round(share * (len(order) - 1)) for share in numpy.linspace(0.05, 1, POINTS)}):
        points.append({
            "threshold": round(float(probabilities[order[last], label]), 4),
            "error": round(upper_bound(int(wrong[last]), int(last) + 1), 4),
            "coverage": round((last + 1) / len(order), 4),
        })
    return points


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path, help="with verifier.onnx")
    parser.add_argument("--backbone", type=Path, required=True, help="folder with tokenizer.json")
    shared_words.add_argument(parser)
    args = parser.parse_args()
    pairs = mixes.held()
    rows = encode(pair_tokenizer(args.backbone), pairs)
    truth = numpy.array([label for _, _, label in rows])
    logits = logits_of(args.folder, args.embedder, rows)
    temperature = temperature_of(logits, truth)
    probabilities = softmax(logits, temperature)
    about = {
        "name": "attest-verifier",
        "labels": list(LABELS),
        "maxTokens": MOST_TOKENS,
        "temperature": round(temperature, 4),
        "calibratedOn": len(pairs),
        "accuracy": round(float((probabilities.argmax(-1) == truth).mean()), 4),
        "curves": {label: curve_of(probabilities, truth, index) for index, label in enumerate(LABELS)},
    }
    (args.folder / "verifier.json").write_text(json.dumps(about, indent=2) + "\n")
    print(json.dumps(about, indent=2))


if __name__ == "__main__":
    main()
