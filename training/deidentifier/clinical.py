"""Clinical sentences that name nobody, and the same with names, places and days put into them."""

import csv
import json
import random
import re
from pathlib import Path

from . import pools
from .marked import ROOT, Parts

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_MONTH = r"(?:january|february|march|april|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?=[ .]\d))"
#: What may tell somebody, whatever it is: nobody has marked these texts, so that nothing is learnt from it.
_UNSURE = re.compile(
    rf"\b(?:dr|doctor|mr|mrs|ms|miss|nurse|prof)\b\.?(?: \w+){{1,2}}|(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:of )?\b{_MONTH}\b(?:,? \d{{1,4}}(?:st|nd|rd|th)?)*|\bmay \d+|\d{{1,2}}[/-]\d{{1,2}}[/-]\d{{2,4}}|\d{{4}}-\d\d-\d\d|\b\d{{5,}}\b|\b(?:hi|hey|hello|thanks|morning)\b ?,? ?\w+|x{{3,}}",
    re.IGNORECASE,
)


def texts(data: Path) -> list[str]:
    """Notes, dialogues, letters and claims; none of them is in a set that measures."""
    out: list[str] = []
    with open(data / "mts-dialog/train.csv", encoding="utf8") as file:
        rows = list(csv.DictReader(file))[:800]
        out += [row[key] for row in rows for key in ("section_text", "dialogue")]
    with open(data / "aci-bench/train.csv", encoding="utf8") as file:
        out += [row[key] for row in csv.DictReader(file) for key in ("note", "dialogue")]
    for path in sorted((ROOT / "training/data/written").glob("*.jsonl")):
        for line in path.read_text(encoding="utf8").splitlines():
            out.append(json.loads(line)["premise"])
    for line in (ROOT / "test/bench/sets/written-visits.dev.jsonl").read_text(encoding="utf8").splitlines():
        visit = json.loads(line)
        out += [visit["transcript"], visit["note"]]
    return out


def passages(texts_: list[str], longest: int = 700) -> list[str]:
    """Pieces of whole lines and sentences."""
    out = []
    for text in texts_:
        now = ""
        for part in re.split(r"(?<=[.!?\n])(?=\s|\S)", text):
            if now and len(now) + len(part) > longest:
                out.append(now.strip())
                now = ""
            now += part
        if len(now.strip()) > 20:
            out.append(now.strip())
    return out


def unmarked(text: str) -> Parts:
    """The text in parts: "none" where it names nobody, None where it may."""
    unsure = bytearray(len(text))
    for match in _UNSURE.finditer(text):
        unsure[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    ordinary, given, family = (pools.sets()[key] for key in ("ordinary", "given", "family"))
    for match in _WORD.finditer(text):
        word, plain = match[0], match[0].lower()
        known = plain in ordinary or plain in pools.clinical() or plain.rstrip("s") in pools.clinical()
        is_name = (plain in given or plain in family) and not known
        opens = match.start() == 0 or text[match.start() - 1] in "\n" or re.search(r"[.!?:]\s*$", text[: match.start()][-3:])
        strange_capital = word[0].isupper() and not word.isupper() and not opens and not known
        if is_name or strange_capital:
            unsure[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    out, start = [], 0
    for at in range(1, len(text) + 1):
        if at == len(text) or unsure[at] != unsure[start]:
            out.append((text[start:at], None if unsure[start] else "none"))
            start = at
    return out


_RELATIVE = "wife|husband|son|daughter|mother|father|mum|mom|dad|sister|brother|partner|friend|neighbou?r|carer|grandson|granddaughter|aunt|uncle|boyfriend|girlfriend|niece|nephew"
_DAYS = ("{d} {m}", "{m} {d}", "the {d}th of {m}", "{d}/{n}", "{d}/{n}/{y}", "{d} {m} {y}", "{m} {d}, {y}", "{m} {d}th", "{y}-{n:02}-{d:02}", "{m}")
_MONTHS = "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sept Oct Nov Dec".split()


def _day(rng: random.Random) -> str:
    return rng.choice(_DAYS).format(d=rng.randint(1, 28), n=rng.randint(1, 12), y=rng.randint(2015, 2027), m=rng.choice(_MONTHS))


#: What is found, with what comes before and behind the identifier that is put in; `{}` is what was found.
_PUT = [
    (re.compile(r"\b(?:the|this) patient\b|\bthe pt\b|\bpatient\b(?= (?:is|was|has|had|denies|reports|states))", re.I), "name", ("", ""), ("", "Mr ", "Mrs ", "Ms ", "Miss ", "")),
    (re.compile(rf"\b(?:his|her|my|your|their|the) (?:{_RELATIVE})\b", re.I), "name", ("{} ", ""), ("", "", "called ", ", ")),
    (re.compile(r"(?<=[.!?] )(?:She|He)(?= \w)"), "name", ("", ""), ("",)),
    (re.compile(r"\b(?:dr|doctor|nurse|midwife|physio|consultant|gp)\b\.?(?! \w+ ?')", re.I), "name", ("{} ", ""), ("",)),
    (re.compile(r"\b(?:seen|reviewed|discussed|spoke|referred|advised|called|agreed|asked) (?:by|with|to)\b", re.I), "name", ("{} ", ""), ("", "Dr ", "Sr ")),
    (re.compile(r"\b(?:hi|hello|hey|thanks|thank you|good morning|okay|ok|bye)\b(?= ?[,.])", re.I), "name", ("{} ", ""), ("", ", ")),
    (re.compile(r"\b(?:lives?|living|moved|staying|back) (?:in|at|to|from|with)\b", re.I), "address", ("{} ", ""), ("",)),
    (re.compile(r"\b(?:in|to|from|at) (?:the )?(?:hospital|clinic|emergency department|emergency room|surgery|nursing home|care home|school|ward|er|ed)\b", re.I), "address", ("at ", ""), ("",)),
    (re.compile(r"\b(?:works?|working|worked|job|employed|shift|studies|teaches) (?:at|for|as|in)\b", re.I), "organisation", ("works at ", " and "), ("",)),
    (re.compile(r"\b(?:yesterday|today|last (?:week|month|night|year)|(?:two|three|four|a few) (?:days|weeks|months) ago|this morning|next week)\b", re.I), "date", ("on ", ""), ("", "", "")),
]


def with_identifiers(text: str, rng: random.Random) -> Parts:
    """The text with names, places, firms and days where they may stand. The same person keeps a name."""
    parts: Parts = unmarked(text)
    make = {"name": pools.full_name, "address": pools.place, "organisation": pools.firm, "date": _day}
    patient = pools.full_name(rng)
    share = rng.choice((0.25, 0.5, 0.8))
    for pattern, label, (before, behind), joins in _PUT:
        out: Parts = []
        for part, known in parts:
            if known != "none":
                out.append((part, known))
                continue
            last = 0
            for match in pattern.finditer(part):
                if rng.random() > share:
                    continue
                made = patient if pattern is _PUT[0][0] and rng.random() < 0.5 else make[label](rng)
                if pattern is _PUT[2][0]:
                    made = made.split(" ")[0]
                out.append((part[last : match.start()] + before.format(match[0]) + rng.choice(joins), "none"))
                out.append((made, label))
                out.append((behind, "none"))
                last = match.end()
            out.append((part[last:], "none"))
        parts = out
    return [(part, label) for part, label in parts if part]
