"""Texts with their identifiers marked, as the sets of test/bench/sets write them."""

import json
import re
from pathlib import Path

from .model import LABELS

ROOT = Path(__file__).resolve().parents[2]
SETS = ROOT / "test/bench/sets"
#: Only development sets: the others measure.
DEV = sorted(path.name.removeprefix("deidentification.").removesuffix("dev.jsonl").rstrip(".") or "dev" for path in SETS.glob("deidentification*dev.jsonl"))
_KINDS = {"n": "name", "d": "date", "r": "record", "p": "phone", "a": "address", "e": "email", "g": "age", "o": "organisation"}
_MARK = re.compile(r"\{([ndrpaego]):([^{}]+)\}")

#: A text in parts: each with the label of what it is; None where nobody knows.
Parts = list[tuple[str, str | None]]


def parts_of(marked: str) -> Parts:
    """`{n:Jane Roe} came` → [("Jane Roe", "name"), (" came", "none")]."""
    out, last = [], 0
    for match in _MARK.finditer(marked):
        if match.start() > last:
            out.append((marked[last : match.start()], "none"))
        out.append((match[2], _KINDS[match[1]]))
        last = match.end()
    if last < len(marked):
        out.append((marked[last:], "none"))
    return out


def documents(name: str) -> list[Parts]:
    """The texts of a development set: `dev`, `fresh`, `fourth` …"""
    path = SETS / ("deidentification.dev.jsonl" if name == "dev" else f"deidentification.{name}.dev.jsonl")
    return [parts_of(json.loads(line)["text"]) for line in path.read_text(encoding="utf8").splitlines() if line.strip()]


def joined(parts: Parts) -> tuple[str, list[str | None]]:
    """The text, and the label of each of its characters."""
    text = "".join(part for part, _ in parts)
    return text, [label for part, label in parts for _ in part]


assert set(_KINDS.values()) | {"none"} == set(LABELS)
