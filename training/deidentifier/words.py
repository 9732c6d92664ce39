"""Texts as the tagger reads them: words, marks and line ends, each with its pieces and the way it is written. The same as
src/models/identifier-words.ts does."""

import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from tokenizers import Tokenizer

#: A line end is a token of its own: headers, lists and tables are read by their lines.
LINE_END = "[unused1]"
#: What a word is made of beyond this says nothing more of what it is.
MOST_PIECES = 8
#: Ways in which a word may be written: no capital, "Rose", "ROSE", "McRose"; four more for those that touch what is before.
WAYS = 8


class Word(NamedTuple):
    start: int
    end: int
    text: str
    #: Index of the way it is written.
    way: int


@lru_cache(maxsize=1 << 16)
def _kind(char: str) -> str:
    if char == "\n":
        return "n"
    return "w" if unicodedata.category(char)[0] in "LMN" else "s" if char.isspace() else "p"


def _case(text: str) -> int:
    letters = [c for c in text if c.isupper() or c.islower()]
    capitals = sum(c.isupper() for c in letters)
    if capitals == 0:
        return 0
    if capitals == 1 and letters[0].isupper():
        return 1
    return 2 if capitals == len(letters) else 3


def words_of(text: str) -> list[Word]:
    """The words, marks and line ends of a text."""
    out, at, touches = [], 0, False
    while at < len(text):
        kind, start = _kind(text[at]), at
        at += 1
        if kind == "s":
            touches = False
            continue
        while kind == "w" and at < len(text) and _kind(text[at]) == "w":
            at += 1
        word = text[start:at]
        out.append(Word(start, at, word, 0 if kind == "n" else _case(word) + (4 if touches else 0)))
        touches = kind != "n"
    return out


class Pieces:
    """The pieces of words, remembered."""

    def __init__(self, folder: Path):
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.cls, self.sep, self.line_end, self.pad = (
            self.tokenizer.token_to_id(t) for t in ("[CLS]", "[SEP]", LINE_END, "[PAD]")
        )
        self.unknown = self.tokenizer.token_to_id("[UNK]")
        self.known: dict[str, list[int]] = {}

    def of(self, word: str) -> list[int]:
        if word == "\n":
            return [self.line_end]
        found = self.known.get(word)
        if found is None:
            found = self.tokenizer.encode(word[:100], add_special_tokens=False).ids[:MOST_PIECES] or [self.unknown]
            self.known[word] = found
        return found
