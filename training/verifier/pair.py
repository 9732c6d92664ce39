"""What the verifier learns from: evidence, a claim, and how the evidence stands to it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Pair:
    premise: str
    claim: str
    #: supported, contradicted or not-addressed
    label: str
    #: the set that it is from
    source: str
    #: what it tests, where the set says so
    kind: str = ""
