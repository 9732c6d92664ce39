"""Pairs to tensors: tokenised once, put into batches of about equal length and bounded size."""

import random
from pathlib import Path
from typing import Iterator, Sequence

import torch
from tokenizers import Tokenizer

from .backbone import LABELS
from .pair import Pair

MOST_TOKENS = 256
MOST_CLAIM_TOKENS = 200


def pair_tokenizer(backbone: Path) -> Tokenizer:
    """The backbone's WordPiece tokenizer for pairs. Long evidence is cut, the claim is kept whole."""
    tokenizer = Tokenizer.from_file(str(backbone / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MOST_TOKENS, strategy="only_first")
    return tokenizer


def encode(tokenizer: Tokenizer, pairs: Sequence[Pair]) -> list[tuple[list[int], list[int], int]]:
    """Token ids, type ids and label index of each pair. A claim that would leave the evidence no room is cut."""
    rows = []
    for pair in pairs:
        offsets = tokenizer.encode(pair.claim, add_special_tokens=False).offsets
        claim = pair.claim[: offsets[MOST_CLAIM_TOKENS - 1][1]] if len(offsets) > MOST_CLAIM_TOKENS else pair.claim
        encoded = tokenizer.encode(pair.premise or ".", claim)
        rows.append((encoded.ids, encoded.type_ids, LABELS.index(pair.label)))
    return rows


#: Padded lengths. Few shapes, and the same number of tokens in each full batch: the matrix kernels are compiled per shape.
LENGTHS = (32, 48, 64, 96, 128, 192, 256)


def batches(rows, tokens: int, seed: int | None) -> Iterator[tuple[torch.Tensor, ...]]:
    """Batches of `tokens` tokens, padding included. With a seed, their order and members are shuffled."""
    order = list(range(len(rows)))
    if seed is not None:
        random.Random(seed).shuffle(order)
    buckets: dict[int, list[int]] = {length: [] for length in LENGTHS}
    chunks = []
    for index in order:
        length = next(length for length in LENGTHS if len(rows[index][0]) <= length)
        buckets[length].append(index)
        if len(buckets[length]) == tokens // length:
            chunks.append((length, buckets[length]))
            buckets[length] = []
    chunks += [(length, rest) for length, rest in buckets.items() if rest]
    if seed is not None:
        random.Random(seed + 1).shuffle(chunks)
    for length, batch in chunks:
        ids = torch.zeros(len(batch), length, dtype=torch.long)
        types = torch.zeros_like(ids)
        mask = torch.zeros_like(ids)
        for row, index in enumerate(batch):
            tokens_of, types_of, _ = rows[index]
            ids[row, : len(tokens_of)] = torch.tensor(tokens_of)
            types[row, : len(tokens_of)] = torch.tensor(types_of)
            mask[row, : len(tokens_of)] = 1
        labels = torch.tensor([rows[i][2] for i in batch])
        yield ids, mask, types, labels, torch.tensor(batch)
