"""Pairs made from facts and from Attest's own dictionaries, set into written paragraphs so that the rest of the evidence
is real prose: values and the findings they mean, numbers in words, sides, doses, times, negation scope, certainty."""

import json
import random
import re
from pathlib import Path

from .pair import Pair

ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_words(number: int) -> str:
    """A whole number below ten thousand as people say it."""
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    if number < 1000:
        rest = number % 100
        return f"{ONES[number // 100]} hundred" + (f" and {in_words(rest)}" if rest else "")
    rest = number % 1000
    return f"{in_words(number // 1000)} thousand" + (f" {in_words(rest)}" if rest else "")


# Usual adult limits and the words for being below, inside and above (general knowledge; laboratories differ, so values
# are drawn well off the limits). name, unit, low, high, decimals, far below, far above, words below, words above.
VALUES = [
    ("potassium", "mmol/L", 3.5, 5.0, 1, 2.4, 6.9, ["hypokalaemia", "hypokalemia", "a low potassium"], ["hyperkalaemia", "hyperkalemia", "a raised potassium"]),
    ("sodium", "mmol/L", 135, 145, 0, 116, 162, ["hyponatraemia", "hyponatremia", "a low sodium"], ["hypernatraemia", "hypernatremia", "a high sodium"]),
    ("corrected calcium", "mmol/L", 2.2, 2.6, 2, 1.6, 3.4, ["hypocalcaemia", "hypocalcemia", "low calcium"], ["hypercalcaemia", "hypercalcemia", "high calcium"]),
    ("magnesium", "mmol/L", 0.7, 1.0, 2, 0.35, 1.6, ["hypomagnesaemia", "low magnesium"], ["hypermagnesaemia", "raised magnesium"]),
    ("phosphate", "mmol/L", 0.8, 1.5, 2, 0.3, 2.6, ["hypophosphataemia", "low phosphate"], ["hyperphosphataemia", "raised phosphate"]),
    ("fasting glucose", "mmol/L", 4.0, 5.5, 1, 2.1, 15.0, ["hypoglycaemia", "a low blood sugar"], ["hyperglycaemia", "a raised blood sugar"]),
    ("glucose", "mg/dL", 70, 140, 0, 38, 390, ["hypoglycemia", "low blood sugar"], ["hyperglycemia", "high blood sugar"]),
    ("haemoglobin", "g/L", 120, 160, 0, 61, 205, ["anaemia", "a low haemoglobin"], ["polycythaemia", "a raised haemoglobin"]),
    ("hemoglobin", "g/dL", 12.0, 16.5, 1, 6.2, 20.0, ["anemia", "a low hemoglobin"], ["polycythemia", "an elevated hemoglobin"]),
    ("white cell count", "x10^9/L", 4.0, 11.0, 1, 1.2, 26.0, ["leucopenia", "leukopenia", "a low white count"], ["leucocytosis", "leukocytosis", "a raised white count"]),
    ("neutrophils", "x10^9/L", 2.0, 7.5, 1, 0.2, 19.0, ["neutropenia", "low neutrophils"], ["neutrophilia", "raised neutrophils"]),
    ("platelets", "x10^9/L", 150, 400, 0, 22, 820, ["thrombocytopenia", "a low platelet count"], ["thrombocytosis", "a high platelet count"]),
    ("temperature", "°C", 36.1, 37.4, 1, 33.5, 40.1, ["hypothermia", "a low body temperature"], ["fever", "pyrexia", "a raised temperature"]),
    ("heart rate", "bpm", 60, 100, 0, 34, 158, ["bradycardia", "a slow pulse"], ["tachycardia", "a fast heart rate"]),
    ("pulse", "per minute", 60, 100, 0, 36, 150, ["bradycardia", "a slow heart rate"], ["tachycardia", "a rapid pulse"]),
    ("respiratory rate", "breaths per minute", 12, 20, 0, 6, 38, ["bradypnoea", "slow breathing"], ["tachypnoea", "tachypnea", "fast breathing"]),
    ("TSH", "mU/L", 0.4, 4.0, 1, 0.05, 38.0, ["a suppressed TSH"], ["a raised TSH", "an elevated thyroid-stimulating hormone"]),
    ("albumin", "g/L", 35, 50, 0, 19, 58, ["hypoalbuminaemia", "a low albumin"], ["a raised albumin"]),
    ("urate", "µmol/L", 200, 420, 0, 110, 690, ["a low urate"], ["hyperuricaemia", "a raised uric acid"]),
    ("bilirubin", "µmol/L", 5, 20, 0, 2, 180, [], ["hyperbilirubinaemia", "a raised bilirubin"]),
    ("lactate", "mmol/L", 0.5, 2.0, 1, 0.3, 8.5, [], ["a raised lactate", "hyperlactataemia"]),
    ("arterial pH", "", 7.35, 7.45, 2, 7.02, 7.62, ["acidaemia", "an acidotic blood gas"], ["alkalaemia", "an alkalotic blood gas"]),
    ("BMI", "kg/m2", 18.5, 25.0, 1, 14.5, 44.0, ["underweight", "a low body mass index"], ["a body mass index above the healthy range"]),
    ("INR", "", 0.9, 1.2, 1, 0.7, 7.5, [], ["a prolonged INR"]),
    ("CRP", "mg/L", 0, 5, 0, 0, 240, [], ["a raised CRP", "an elevated C-reactive protein"]),
    ("oxygen saturation", "% on room air", 96, 100, 0, 82, 100, ["hypoxaemia", "hypoxia", "desaturation on air"], []),
]

LEADS = ["Bloods: {v}.", "{V}.", "On admission {v}.", "Today {v}.", "Results back this morning: {v}.", "Doctor: The {v}, I have just seen it.", "Labs notable for {v}.", "O/E {v}.", "At triage {v}.", "Latest {v}."]
SHOWS = ["The patient has {f}.", "There is {f}.", "Results show {f}.", "{F} is present.", "Findings include {f}.", "The measurement indicates {f}.", "{F} was found."]
NORMAL = ["The {n} is within the normal range.", "{N} is normal.", "A normal {n} was recorded.", "The {n} is not abnormal."]
NOT_NORMAL = ["The {n} is abnormal.", "{N} is outside the usual range."]
NO = ["There is no {f}.", "The patient does not have {f}.", "{F} is absent.", "{F} was not found."]


def _cap(text: str) -> str:
    return text[:1].upper() + text[1:]


class Generator:
    """Makes pairs from facts; `paragraphs` are the written premises that facts are set into."""

    def __init__(self, dictionaries: Path, paragraphs: list[str], seed: int):
        self.rng = random.Random(seed)
        self.paragraphs = paragraphs
        medicines = json.loads((dictionaries / "medications.json").read_text())["medications"]
        self.medicines = [m for m in medicines if "oral" in m.get("routes", []) and m["name"].isalpha()]
        findings = json.loads((dictionaries / "findings.json").read_text())["findings"]
        self.findings = [f for f in findings if f.get("category") in ("symptom", "sign", "problem") and len(f["name"]) > 3]
        self.anatomy = [a["name"] for a in json.loads((dictionaries / "anatomy.json").read_text())["anatomy"]]

    def _pick(self, options):
        return self.rng.choice(options)

    def _set_in(self, fact: str) -> str:
        """The fact alone, or among the sentences of a written paragraph that share no number and few words with it."""
        if self.rng.random() < 0.35 or not self.paragraphs:
            return fact
        sentences = re.split(r"(?<=[.!?])\s+", self._pick(self.paragraphs))
        keep = sentences[: self.rng.randint(1, 4)]
        keep.insert(self.rng.randint(0, len(keep)), fact)
        return " ".join(keep)

    def _pair(self, fact, claim, label, kind):
        return Pair(self._set_in(fact), claim, label, "generated", kind)

    def value_finding(self) -> Pair:
        name, unit, low, high, decimals, least, most, below, above = self._pick(VALUES)
        place = self._pick(["below", "inside", "above"])
        if (place == "below" and not below) or (place == "above" and not above):
            place = "inside"
        margin = (high - low) * 0.08
        if place == "below":
            value = self.rng.uniform(least, low - margin)
        elif place == "above":
            value = self.rng.uniform(high + margin * 2, most)
        else:
            value = self.rng.uniform(low + margin, high - margin)
        shown = f"{value:.{decimals}f}"
        joined = self._pick([" ", " was ", " of ", " is ", ": "])
        fact = self._pick(LEADS).replace("{v}", f"{name}{joined}{shown} {unit}".strip()).replace("{V}", _cap(f"{name}{joined}{shown} {unit}".strip()))
        words = {"below": below, "above": above}
        other = "above" if place == "below" else "below"
        roll = self.rng.random()

        def say(forms, text):
            return self._pick(forms).replace("{f}", text).replace("{F}", _cap(text)).replace("{n}", name).replace("{N}", _cap(name))

        if place == "inside":
            options = [(say(NORMAL, ""), "supported"), (say(NOT_NORMAL, ""), "contradicted")]
            both = below + above
            if both:
                options += [(say(SHOWS, self._pick(both)), "contradicted"), (say(NO, self._pick(both)), "supported")]
        else:
            word = self._pick(words[place])
            options = [(say(SHOWS, word), "supported"), (say(NO, word), "contradicted"), (say(NORMAL, ""), "contradicted"), (say(NOT_NORMAL, ""), "supported")]
            if words[other]:
                options += [(say(SHOWS, self._pick(words[other])), "contradicted"), (say(NO, self._pick(words[other])), "supported")]
        if roll < 0.25:
            foreign = self._pick([row for row in VALUES if row[0] not in name and name not in row[0] and (row[7] + row[8])])
            # Names of one analyte in two spellings or units must not be called unaddressed.
            related = {"hemoglobin", "haemoglobin", "pulse", "heart rate", "glucose", "fasting glucose", "white cell count", "neutrophils"}
            if not (name in related and foreign[0] in related):
                return Pair(fact, say(SHOWS + NO, self._pick(foreign[7] + foreign[8])), "not-addressed", "generated", "value-finding")
        claim, label = self._pick(options)
        return self._pair(fact, claim, label, "value-finding")

    def number(self) -> Pair:
        systolic, diastolic = self.rng.randrange(92, 198, 2), self.rng.randrange(50, 108, 2)
        spoken = f"{in_words(systolic // 100)} {in_words(systolic % 100)}" if systolic % 100 >= 10 else in_words(systolic)
        fact = self._pick([
            f"Doctor: Your pressure was {spoken} over {in_words(diastolic)}.",
            f"BP {systolic}/{diastolic} mmHg.",
            f"Blood pressure measured {systolic}/{diastolic}.",
            f"Nurse: I got {spoken} over {in_words(diastolic)} on the left arm.",
        ])
        wrong = systolic + self._pick([-30, -20, -10, 10, 20, 30])
        return self._pick([
            self._pair(fact, self._pick([f"Blood pressure was {systolic}/{diastolic} mmHg.", f"The systolic reading was {systolic}.", f"Diastolic pressure: {diastolic} mmHg."]), "supported", "number"),
            self._pair(fact, self._pick([f"Blood pressure was {wrong}/{diastolic} mmHg.", f"The systolic reading was {wrong}.", f"Diastolic pressure: {diastolic + self._pick([-14, -10, 10, 16])} mmHg."]), "contradicted", "number"),
            Pair(fact, self._pick([f"The pulse was {diastolic}.", f"Home readings average {systolic}/{diastolic} mmHg.", f"Her weight is {diastolic} kg."]), "not-addressed", "generated", "number"),
        ])

    def dose(self) -> Pair:
        first, second = self.rng.sample(self.medicines, 2)
        name, other = first["name"], second["name"]
        amount = self._pick([2.5, 5, 10, 12.5, 20, 25, 40, 50, 75, 100, 150, 200, 250, 300, 400, 500, 750, 850, 1000])
        shown = f"{amount:g}"
        often, words, wrong = self._pick([
            ("once daily", ["once a day", "every day", "od"], "twice daily"),
            ("twice daily", ["two times a day", "bd", "every twelve hours"], "once daily"),
            ("three times daily", ["three times a day", "tds", "every eight hours"], "once a day"),
            ("four times daily", ["every six hours", "qds", "four times a day"], "twice a day"),
            ("at night", ["at bedtime", "nocte"], "every morning"),
            ("every morning", ["each morning", "in the morning"], "at bedtime"),
            ("once weekly", ["one day a week", "every week"], "every day"),
        ])
        unit, other_unit = self._pick([("mg", "micrograms"), ("mg", "mcg"), ("micrograms", "mg"), ("mg", "g")])
        verb = self._pick(["takes", "was started on", "continues", "is prescribed", "was discharged on"])
        fact = self._pick([
            f"She {verb} {name} {shown} {unit} {often}.", f"{_cap(name)} {shown} {unit} {often}.",
            f"Plan: {name} {shown} {unit} {often}.", f"Doctor: I want you on {name}, {shown} {unit}, {often}.",
            f"He {verb} {name} {shown} {unit} {often} and {other}.",
        ])
        claims = [
            (f"{_cap(name)} is given {self._pick(words)}.", "supported"), (f"The dose of {name} is {shown} {unit}.", "supported"),
            (f"{_cap(name)} {shown} {unit} {self._pick(words)} is part of the treatment.", "supported"),
            (f"{_cap(name)} is given {wrong}.", "contradicted"), (f"The dose of {name} is {amount * self._pick([2, 10, 0.1, 0.5]):g} {unit}.", "contradicted"),
            (f"{_cap(name)} {shown} {other_unit} is prescribed.", "contradicted"), (f"{_cap(name)} is not being prescribed.", "contradicted"),
            (f"{_cap(name)} was stopped because of side effects last year.", "not-addressed"), (f"The maximum dose of {name} is {shown} {unit}.", "not-addressed"),
            (f"The {name} was first prescribed three years ago.", "not-addressed"), (f"{_cap(self._pick(self.medicines)['name'])} {shown} {unit} {often} was added.", "not-addressed"),
        ]
        claim, label = self._pick(claims)
        kind = "unit" if other_unit in claim and label == "contradicted" else "dose"
        return Pair(fact, claim, label, "generated", kind) if label == "not-addressed" else self._pair(fact, claim, label, kind)

    def side(self) -> Pair:
        part, other_part = self.rng.sample(self.anatomy, 2)
        side = self._pick(["left", "right"])
        other = "right" if side == "left" else "left"
        what = self._pick(["pain", "swelling", "tenderness", "weakness", "numbness", "a mass", "bruising", "a fracture", "an effusion", "surgery", "an injection"])
        fact = self._pick([f"There is {what} of the {side} {part}.", f"Patient: It's my {side} {part}, doctor, the {what.removeprefix('a ').removeprefix('an ')}.", f"{_cap(side)} {part}: {what}. {_cap(other)} {part} normal.", f"She reports {what} in the {side} {part}; the {other} one is unaffected."])
        opposite = "Patient:" not in fact and "There is" not in fact
        claims = [(f"The {side} {part} is affected.", "supported"), (f"{_cap(what)} involves the {side} {part}.", "supported"), (f"The problem is on the {side} side.", "supported")]
        if opposite:
            claims += [(f"{_cap(what)} involves the {other} {part}.", "contradicted"), (f"Both {part}s are affected.", "contradicted"), (f"The {other} {part} is affected.", "contradicted"), (f"The {other} {part} is spared.", "supported")]
        else:
            claims += [(f"The {what.removeprefix('a ').removeprefix('an ')} reported is of the {other} {part}.", "contradicted")]
        claims += [(f"There is {what} of the {side} {other_part}.", "not-addressed"), (f"The {side} {part} was injured ten years ago.", "not-addressed")]
        claim, label = self._pick(claims)
        return Pair(fact, claim, label, "generated", "laterality")

    def negation(self) -> Pair:
        a, b, c, d = (f["name"] for f in self.rng.sample(self.findings, 4))
        forms = [
            (f"Denies {a} and {b} but has {c}.", [a, b], [c]), (f"No {a}, {b} or {c}.", [a, b, c], []),
            (f"She reports {c} without {a}.", [a], [c]), (f"Negative for {a}; positive for {b}.", [a], [b]),
            (f"Doctor: Any {a}? Patient: No. Doctor: And {b}? Patient: Yes, since last week.", [a], [b]),
            (f"Examination shows {c}. There is no evidence of {a}.", [a], [c]), (f"{_cap(a)} has resolved; {b} persists.", [a], [b]),
            (f"Presents with {b} and {c}, no {a}.", [a], [b, c]), (f"Not only {b} but also {c} was noted.", [], [b, c]),
            (f"Doctor: You mentioned {b}. Patient: Yes, but no {a}, thank God.", [a], [b]),
        ]
        fact, absent, present = self._pick(forms)
        roll = self.rng.random()
        if roll < 0.2:
            return Pair(fact, self._pick([f"The patient has {d}.", f"There is no {d}.", f"{_cap(d)} is present.", f"{_cap(d)} is absent."]), "not-addressed", "generated", "negation")
        yes = ["The patient has {f}.", "{F} is present.", "There is {f}.", "{F} was reported.", "The history includes {f}."]
        no = ["The patient does not have {f}.", "{F} is absent.", "There is no {f}.", "{F} was denied or not found.", "The patient is free of {f}."]
        if absent and (not present or self.rng.random() < 0.5):
            finding = self._pick(absent)
            claim, label = self._pick([(self._pick(yes), "contradicted"), (self._pick(no), "supported")])
        else:
            finding = self._pick(present)
            claim, label = self._pick([(self._pick(yes), "supported"), (self._pick(no), "contradicted")])
        return self._pair(fact, claim.replace("{f}", finding).replace("{F}", _cap(finding)), label, "negation")

    def certainty(self) -> Pair:
        a, b = (f["name"] for f in self.rng.sample([f for f in self.findings if f.get("category") == "problem"], 2))
        ruled_out = self._pick([f"{_cap(a)} was excluded.", f"{_cap(a)} has been ruled out.", f"Imaging excludes {a}.", f"Tests for {a} came back negative and the diagnosis was dropped."])
        possible = self._pick([f"Possible {a}; await further tests.", f"{_cap(a)} cannot be excluded.", f"Differential includes {a} and {b}.", f"Suspected {a}.", f"Query {a}.", f"Doctor: It could be {a}, we don't know yet."])
        certain = self._pick([f"{_cap(a)} is confirmed.", f"Biopsy proved {a}.", f"Known {a}.", f"A diagnosis of {a} was made."])
        claims = [
            (ruled_out, f"The patient has {a}.", "contradicted"), (ruled_out, f"{_cap(a)} was not the diagnosis.", "supported"), (ruled_out, f"{_cap(a)} remains a possibility.", "contradicted"),
            (possible, f"The patient has {a}.", "not-addressed"), (possible, f"{_cap(a)} is being considered.", "supported"), (possible, f"{_cap(a)} has been confirmed.", "contradicted" if "Suspected" in possible or "await" in possible or "know yet" in possible else "not-addressed"),
            (possible, f"{_cap(a)} has been ruled out.", "contradicted"), (certain, f"The patient has {a}.", "supported"), (certain, f"{_cap(a)} is only suspected.", "contradicted"), (certain, f"{_cap(a)} was excluded.", "contradicted"),
            (certain, f"{_cap(b)} was excluded.", "not-addressed"), (ruled_out, f"The patient has {b}.", "not-addressed"),
        ]
        fact, claim, label = self._pick(claims)
        return Pair(fact, claim, label, "generated", "certainty") if label == "not-addressed" else self._pair(fact, claim, label, "certainty")

    def time(self) -> Pair:
        finding = self._pick([f for f in self.findings if f.get("category") == "symptom"])["name"]
        amount = self.rng.randint(2, 12)
        unit, wrong_unit = self._pick([("day", "week"), ("week", "month"), ("month", "year"), ("hour", "day"), ("year", "month")])
        count = in_words(amount) if self.rng.random() < 0.5 else str(amount)
        fact = self._pick([f"She has had {finding} for {count} {unit}s.", f"{_cap(finding)} began {count} {unit}s ago.", f"{count} {unit} history of {finding}.", f"Patient: The {finding} started about {count} {unit}s back.", f"{_cap(finding)} x {amount} {unit}s."])
        claims = [
            (f"{_cap(finding)} has lasted {amount} {unit}s.", "supported"), (f"The {finding} started {in_words(amount)} {unit}s ago.", "supported"),
            (f"{_cap(finding)} has lasted {amount} {wrong_unit}s.", "contradicted"), (f"The {finding} began {amount + self._pick([3, 5, 8])} {unit}s ago.", "contradicted"), (f"{_cap(finding)} is a new problem that began today.", "contradicted"),
            (f"The {finding} is worse at night.", "not-addressed"), (f"A first episode of {finding} was treated in childhood.", "not-addressed"), (f"{_cap(finding)} should settle within {amount} {unit}s.", "not-addressed"),
        ]
        claim, label = self._pick(claims)
        return Pair(fact, claim, label, "generated", "time") if label == "not-addressed" else self._pair(fact, claim, label, "time")

    def experiencer(self) -> Pair:
        problem, other = (f["name"] for f in self.rng.sample([f for f in self.findings if f.get("category") == "problem"], 2))
        relative = self._pick(["mother", "father", "sister", "brother", "grandmother", "son", "aunt"])
        fact = self._pick([f"Family history: {relative} with {problem}.", f"Her {relative} had {problem}; she herself never did.", f"Patient: My {relative} has {problem}, I don't.", f"His {relative} died of {problem}."])
        claims = [(f"There is a family history of {problem}.", "supported"), (f"The patient's {relative} had {problem}.", "supported"), (f"Nobody in the family has had {problem}.", "contradicted"), (f"The patient's {relative} also has {other}.", "not-addressed")]
        if "herself" in fact or "I don't" in fact:
            claims += [(f"The patient has {problem}.", "contradicted"), (f"The patient does not have {problem}.", "supported")]
        else:
            claims += [(f"The patient has {problem}.", "not-addressed")]
        claim, label = self._pick(claims)
        return Pair(fact, claim, label, "generated", "experiencer")

    def pairs(self, count: int) -> list[Pair]:
        makers = [self.value_finding, self.value_finding, self.number, self.dose, self.dose, self.side, self.negation, self.negation, self.certainty, self.time, self.experiencer]
        return [self._pick(makers)() for _ in range(count)]
