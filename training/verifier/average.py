"""Averages the weights of two stages. usage: python -m verifier.average --first FILE --second FILE --share SHARE --out FILE

Wortsman et al., "Model soups: averaging weights of multiple fine-tuned models improves accuracy without increasing
inference time", 2022."""

import argparse
from pathlib import Path

import torch


def average(first: Path, second: Path, share: float) -> dict[str, torch.Tensor]:
    """`share` (0…1) of the first weights and the rest of the second, which must be of the same shape."""
    one, two = torch.load(first), torch.load(second)
    return {name: share * tensor + (1 - share) * two[name] for name, tensor in one.items()}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--first", type=Path, required=True)
    parser.add_argument("--second", type=Path, required=True)
    parser.add_argument("--share", type=float, required=True, help="of the first, 0 to 1")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    torch.save(average(args.first, args.second, args.share), args.out)


if __name__ == "__main__":
    main()
