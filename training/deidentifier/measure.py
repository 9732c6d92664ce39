"""What the tagger alone leaves of marked texts and takes of clinical ones, at several thresholds."""

import json
import re

import torch

from .marked import SETS, Parts, documents, joined, parts_of
from .model import Tagger
from .words import Pieces, words_of

#: Tokens of a window, marks of its ends included. Shorter ones read more tokens twice; longer ones take longer per token.
WINDOW = 160
#: Tokens on each side that a window shares with its neighbours; a word is read where it has more around it.
SHARED = 6
_SAYS_NOTHING = re.compile(r"^(?:ext|the|of|st|street|road|lane|ave|avenue|flat|apt|unit|box|po|co|at|in|for|near|and|o|n|s|w|dr|mr|mrs|ms|miss|prof|sr|mon|tues?|wed|thu|fri|sat|sun|\w+day)$", re.I)


@torch.no_grad()
def shares(model: Tagger, pieces: Pieces, text: str) -> tuple[list, torch.Tensor]:
    """The words of a text and the probabilities of their labels."""
    model.eval()
    words = words_of(text)
    found = [pieces.of(word.text) for word in words]
    out = torch.zeros(len(words), model.head.out_features)
    first = 0
    while first < len(words):
        end, size = first, 0
        while end < len(words) and size + len(found[end]) <= WINDOW - 2:
            size += len(found[end])
            end += 1
        ids = [pieces.cls] + [piece for one in found[first:end] for piece in one] + [pieces.sep]
        ways = [0] + [word.way for word, one in zip(words[first:end], found[first:end]) for _ in one] + [0]
        at, places = 1, []
        for one in found[first:end]:
            places.append(at)
            at += len(one)
        logits = model(torch.tensor([ids]), torch.ones(1, len(ids), dtype=torch.long), torch.tensor([ways]))[0]
        probabilities = logits.softmax(-1)[places]
        # The first words of a later window have little before them: the window before has read them, but for its last ones.
        skip = 0 if first == 0 else sum(1 for p in places if p < SHARED)
        out[first + skip : end] = probabilities[skip:]
        if end == len(words):
            break
        back, size = end, 0
        while back > first + 1 and size < 2 * SHARED:
            back -= 1
            size += len(found[back])
        first = back
    return words, out


def left(parts: Parts, words, taken: list[bool]) -> tuple[int, int, int, int]:
    """Identifiers, those of which a telling word is left, harmless words, and those of them that are taken."""
    identifiers, at, missed = 0, 0, 0
    covered = {}
    for word, is_taken in zip(words, taken):
        for index in range(word.start, word.end):
            covered[index] = is_taken
    harmless = lost = 0
    for part, label in parts:
        open_words = [m for m in re.finditer(r"[^\W_]+", part)]
        if label == "none":
            harmless += len(open_words)
            lost += sum(covered.get(at + m.start(), False) for m in open_words)
        elif label is not None:
            identifiers += 1
            missed += any(not covered.get(at + m.start(), False) for m in open_words if not _SAYS_NOTHING.match(m[0]))
        at += len(part)
    return identifiers, missed, harmless, lost


def clinical_dev() -> list[Parts]:
    lines = (SETS / "negation.dev.jsonl").read_text(encoding="utf8").splitlines()
    return [parts_of(json.loads(line)["text"]) for line in lines if line.strip()]


def report(model: Tagger, pieces: Pieces, held: list[str], thresholds=(0.2, 0.35, 0.5, 0.7)):
    for name, texts in [*((n, documents(n)) for n in held), ("clinical", clinical_dev())]:
        read = [(parts, *shares(model, pieces, joined(parts)[0])) for parts in texts]
        said = []
        for threshold in thresholds:
            sums = [sum(column) for column in zip(*(left(p, w, (1 - s[:, 0] >= threshold).tolist()) for p, w, s in read))]
            said.append(f"{threshold}: left {sums[1]}/{sums[0]} taken {sums[3]}/{sums[2]}")
        print(name, " | ".join(said), flush=True)
