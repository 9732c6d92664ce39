"""Fits the temperature of an exported verifier. usage: python -m verifier.calibrate --backbone FOLDER FOLDER

It comes from the pairs of writers whom training has not met (`data/held`), by the int8 model itself: on other pairs of
writers that it has met it is right more often than anywhere else. Temperature scaling: Guo et al., "On calibration of modern
neural networks", 2017. The risk–coverage curves are of the reading that typed facts have leaned, and written afterwards by
`npm run bench -- verifier-lean`."""

import argparse
import json
from pathlib import Path

import numpy
import shared_words

from . import mixes
from .backbone import LABELS
from .batches import MOST_TOKENS, batches, encode, pair_tokenizer


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
    }
    (args.folder / "verifier.json").write_text(json.dumps(about, indent=2) + "\n")
    print(json.dumps(about, indent=2))


if __name__ == "__main__":
    main()
