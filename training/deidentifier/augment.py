"""Other texts of the same kind: other names, places, days and numbers, and other ways of writing."""

import random
import re
from typing import Callable

from . import pools
from .marked import Parts

_MONTHS = "January February March April May June July August September October November December".split()
_KEPT = frozenset("of the and at in on for near van von de der del la le bin al o mac mc st dr mr mrs ms".split())


def _like(word: str, other: str) -> str:
    """Another word, written as the first one is."""
    if word.islower():
        return other.lower()
    return other.upper() if word.isupper() and len(word) > 2 else other


def _digits(text: str, rng: random.Random) -> str:
    return re.sub(r"\d", lambda _: str(rng.randrange(10)), text)


def _words(text: str, known: dict[str, str], rng: random.Random, make: Callable[[random.Random], str], keep: frozenset[str]) -> str:
    def other(match: re.Match) -> str:
        word = match[0]
        plain = word.lower()
        if plain in keep or plain in _KEPT:
            return word
        if len(word) == 1:
            return _like(word, rng.choice("ABCDEFGHJKLMNPRSTVW"))
        if plain not in known:
            known[plain] = make(rng)
        return _like(word, known[plain])

    return re.sub(r"[^\W\d_]+", other, text)


def _date(text: str, rng: random.Random) -> str:
    def number(match: re.Match) -> str:
        digits = match[0]
        if len(digits) == 4:
            return str(rng.randint(1925, 2027))
        if len(digits) == 1:
            return str(rng.randint(1, 9))
        return f"{rng.randint(1, 28):02}" if len(digits) == 2 else _digits(digits, rng)

    def month(match: re.Match) -> str:
        word = match[0]
        for one in _MONTHS:
            if word.lower() == one.lower():
                return _like(word, rng.choice(_MONTHS))
            if len(word) == 3 and word.lower() == one[:3].lower():
                return _like(word, rng.choice(_MONTHS)[:3])
        return word

    return re.sub(r"[^\W\d_]+", month, re.sub(r"\d+", number, text))


def _code(text: str, rng: random.Random) -> str:
    letters = rng.random() < 0.5
    return re.sub(r"\b[A-Z]{1,4}(?=[\d-])", lambda m: "".join(rng.choice("ABCDEFGHJKLMNPRSTUVWXYZ") for _ in m[0]) if letters else m[0], _digits(text, rng))


def replaced(parts: Parts, rng: random.Random, places: list[str], firms: list[str]) -> Parts:
    """The text with other identifiers; what is said again is said again.
    `places` and `firms`: those of other texts, which stand in for one another."""
    known: dict[str, str] = {}
    whole: dict[str, str] = {}

    def place(text: str, others: list[str], make: Callable[[random.Random], str]) -> str:
        if text not in whole:
            kind = rng.random()
            if kind < 0.3:
                made = _digits(rng.choice(others), rng)
            elif kind < 0.5:
                made = make(rng)
            else:
                made = _words(_digits(text, rng), known, rng, pools.name, pools.HEADS)
            whole[text] = made.lower() if text.islower() else made
        return whole[text]

    out: Parts = []
    for text, label in parts:
        if label == "name":
            if rng.random() < 0.03 and re.fullmatch(r"[^\W\d_]{2,}( [^\W\d_]{2,}){1,2}", text):
                text = pools.initials(rng)
            text = _words(text, known, rng, pools.name, frozenset())
        elif label == "address":
            text = place(text, places, pools.place)
        elif label == "organisation":
            text = place(text, firms, pools.firm)
        elif label == "date":
            text = pools.day(rng) if rng.random() < 0.25 and re.search(r"\d\D+\d|\d\D*[^\W\d_]{3}", text) else _date(text, rng)
        elif label in ("record", "phone"):
            text = _code(text, rng)
        elif label == "email":
            text = _digits(_words(text, known, rng, pools.name, frozenset("com org net co uk nhs ie gov edu au nz ca de http https www example test".split())), rng)
        elif label == "age":
            text = re.sub(r"\d+", lambda _: pools.high_age(rng), text)
        out.append((text, label))
    return out


def rewritten(parts: Parts, rng: random.Random) -> Parts:
    """The text written in another way: without capitals, without marks, with slips, in one line."""
    kind = rng.random()
    if kind < 0.16:
        parts = [(text.lower(), label) for text, label in parts]
    elif kind < 0.30:
        # Dictation: neither capitals nor most marks.
        parts = [(re.sub(r"[.,;:!?()\"]+(?=\s|$)", "", text).lower(), label) for text, label in parts]
    elif kind < 0.33:
        parts = [(text.upper(), label) for text, label in parts]
    elif kind < 0.40:
        # Only the names lose their capitals, as in messages.
        parts = [(text if label == "none" else text.lower(), label) for text, label in parts]
    if rng.random() < 0.12:
        parts = [(re.sub(r"\s*\n\s*", " ", text), label) for text, label in parts]
    if rng.random() < 0.05:
        parts = [(pools.scanned(text, rng), label) for text, label in parts]
    slips = rng.choice((0, 0, 0, 0, 0.02, 0.06))
    if slips:
        def slip(match: re.Match) -> str:
            return pools.misspelt(match[0], rng) if rng.random() < slips else match[0]

        parts = [(re.sub(r"[^\W\d_]{4,}", slip, text), label) for text, label in parts]
    return [(text, label) for text, label in parts if text]
