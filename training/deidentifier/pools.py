"""Words that stand in for others: names of many languages, ordinary words, invented names and places."""

import json
import random
import re
from functools import cache

from .marked import ROOT

_PRIVACY = ROOT / "src/core/privacy"

#: Pieces of invented names and places. Names that are in no list are read by their shape and by where they stand.
_ONSETS = "B Br Bh C Ch Chr D Dj Dr E F Fr G Gr Gh H I J K Kh Kr Kw L Ll M Mb N Ng Ny O P Pr Q R S Sh Sk St Sz T Th Tr Ts U V W Wr X Xh Y Z Zh".split()
_VOWELS = "a e i o u aa ai ao au ea ee ei ie io oa oo ou ue ö ü é á ó í ø å ı".split()
_MIDDLES = "b bb d dr f g gh h j k l ll lm m mb n nd ng nn nt p r rr rs rt s sh ss st t th tr v w x y z zh".split()
_ENDS = "a e i o u ah an ar as e el en er es ez i ia in is ić ka ko la li lyn na ne nen o on os ová ra ri ro rsen s sen sky son ssen sson ta to ton u us va vić wala wicz y ya".split()
_PLACE_STARTS = "Alder Ash Ard Bally Beck Black Birch Bow Bur Cal Car Cedar Clon Coal Cold Cran Dar Deer Dun Elm Ever Fair Fern Glen Gold Green Hal Har Haw Hazel Heath Hill Holm Ingle Inver Kil King Lang Lin Long Mar Mill Moor New North Oak Old Otter Pen Pine Port Quarry Raven Red River Rock Rose Ross Sal Sand Shel Silver Stan Stone Sun Swan Thorn Tre Tul Wal West Whit Wil Wind Wood York".split()
_PLACE_ENDS = "beck berg bridge brook burn bury by cliff combe croft dale den dorf field ford gate ham haven hill holm hurst kirk land leigh ley lea low mead mere mill minster more mouth ness ridge port side stead stone stow ton town vale view ville ward water way well wick wood worth".split()
_HEADS_OF_PLACES = "Road Street Lane Avenue Close Drive Court Crescent Way Place Square Terrace Gardens Grove Park Row Hill Mews Rise View Walk House Cottage Lodge Farm Heights Green".split()
_HOMES = "Care Home|House|Lodge|Court|Nursing Home|Rest Home|Manor|Residential|Hospice|Hospital|Surgery|Practice|Medical Centre|Health Centre|Clinic|School|Primary|Academy|College|Ward|Unit|Day Centre|Nursery|Church|Chapel|Pharmacy|Dental".split("|")
_FIRMS = "Ltd|Inc|& Sons|Bakery|Motors|Logistics|Foods|Garage|Bank|Plumbing|Roofing|Cabs|Council|Club|Union|Works|Mill|Farm|Salon|Cafe|Store|Supermarket|Steel|Timber|Transport|Haulage|Builders|Electrical|Airlines|University|Rovers|Choir|Gym|Library|Press|Insurance|Brewery".split("|")


@cache
def _words() -> dict[str, list[str]]:
    names = json.loads((_PRIVACY / "names/name-words.json").read_text(encoding="utf8"))
    return {key: names[key].split() for key in ("given", "family", "ordinary")}


@cache
def clinical() -> frozenset[str]:
    """Words of medicine, plain: those of the written pairs, and those of the dictionaries, medicines by their brand too."""
    found = set(json.loads((_PRIVACY / "clinical-words.json").read_text(encoding="utf8"))["words"].split())
    found.update(json.loads((_PRIVACY / "names/name-cues.json").read_text(encoding="utf8"))["brands"].split())

    def collect(value):
        if isinstance(value, str):
            found.update(re.findall(r"[a-z]{3,}", value.lower()))
        elif isinstance(value, list):
            for one in value:
                collect(one)
        elif isinstance(value, dict):
            for key, one in value.items():
                if key not in ("title", "description", "version", "licence", "license", "origin", "source", "note", "quote", "url"):
                    collect(one)

    for path in sorted((ROOT / "src/core/terminology/dictionaries").rglob("*.json")):
        collect(json.loads(path.read_text(encoding="utf8")))
    return frozenset(found)


@cache
def sets() -> dict[str, frozenset[str]]:
    """Given and family names and ordinary words, plain."""
    return {key: frozenset(words) for key, words in _words().items()}


@cache
def name_like() -> list[str]:
    """Ordinary words that are names too, the ones that rules can tell least."""
    return [word for word in _words()["ordinary"] if word in sets()["given"] or word in sets()["family"]]


def invented(rng: random.Random) -> str:
    middle = "".join(rng.choice(_MIDDLES) + rng.choice(_VOWELS) for _ in range(rng.choice((0, 0, 1, 1, 2))))
    return (rng.choice(_ONSETS) + rng.choice(_VOWELS) + middle + rng.choice(_MIDDLES) + rng.choice(_ENDS)).capitalize()


def name(rng: random.Random) -> str:
    """One word of a name, with a capital."""
    kind = rng.random()
    if kind < 0.3:
        word = rng.choice(_words()["given"])
    elif kind < 0.55:
        word = rng.choice(_words()["family"])
    elif kind < 0.75:
        word = rng.choice(name_like())
    elif kind < 0.87:
        word = rng.choice(_words()["ordinary"])
        if len(word) < 3:
            word = rng.choice(name_like())
    else:
        return invented(rng)
    return word.capitalize()


def full_name(rng: random.Random) -> str:
    kind = rng.random()
    if kind < 0.35:
        return name(rng)
    if kind < 0.75:
        return f"{name(rng)} {name(rng)}"
    if kind < 0.83:
        return f"{rng.choice('ABCDEFGHJKLMNPRSTW')}. {name(rng)}"
    if kind < 0.89:
        return f"{name(rng)}-{name(rng)}"
    if kind < 0.94:
        return f"{name(rng)} {rng.choice(('de', 'van', 'al', 'bin', 'von', 'Ó', 'Mac'))} {name(rng)}"
    return f"{name(rng)} {rng.choice('ABCDEFGHJKLMNPRSTW')} {name(rng)}"


def _stem(rng: random.Random) -> str:
    kind = rng.random()
    if kind < 0.35:
        return rng.choice(_PLACE_STARTS) + rng.choice(_PLACE_ENDS)
    if kind < 0.6:
        return name(rng)
    if kind < 0.7:
        return rng.choice(("St ", "St. ", "Saint ", "Our Lady of ", "Port ", "Mount ", "Lake ", "Upper ", "Little ", "Great ")) + name(rng)
    if kind < 0.9:
        return rng.choice(_words()["ordinary"]).capitalize() + (" " + rng.choice(_words()["ordinary"]).capitalize() if rng.random() < 0.3 else "")
    return invented(rng)


def place(rng: random.Random) -> str:
    """A town, a street, a home, a hospital, a school."""
    kind = rng.random()
    if kind < 0.35:
        return _stem(rng)
    if kind < 0.55:
        return f"{_stem(rng)} {rng.choice(_HEADS_OF_PLACES)}"
    if kind < 0.65:
        return f"{rng.randint(1, 240)} {_stem(rng)} {rng.choice(_HEADS_OF_PLACES)}"
    if kind < 0.75:
        word = rng.choice(_words()["ordinary"]).capitalize()
        return f"The {word if word.endswith('s') else word + 's'}"
    return f"{_stem(rng)} {rng.choice(_HOMES)}"


def firm(rng: random.Random) -> str:
    """Where somebody works, learns or worships."""
    stem = _stem(rng)
    kind = rng.random()
    if kind < 0.15:
        return stem
    if kind < 0.3:
        return f"{stem} & {name(rng)}"
    return f"{stem} {rng.choice(_FIRMS)}"


def misspelt(word: str, rng: random.Random) -> str:
    """With a letter lost, doubled, swapped or wrong."""
    if len(word) < 4:
        return word
    at = rng.randrange(1, len(word) - 1)
    kind = rng.random()
    if kind < 0.25:
        return word[:at] + word[at + 1 :]
    if kind < 0.5:
        return word[:at] + word[at] + word[at:]
    if kind < 0.75:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + rng.choice("aeioulnrst") + word[at + 1 :]


_MONTHS = "January February March April May June July August September October November December".split()
_ROMAN = "I II III IV V VI VII VIII IX X XI XII".split()
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split()
_ORDINALS += [f"twenty {one}" for one in _ORDINALS[:9]] + ["thirtieth", "thirty first"]
_WEEKDAYS = "Mon Tue Wed Thu Fri Sat Sun Tues Thurs Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_UNITS = "one two three four five six seven eight nine".split()


def day(rng: random.Random) -> str:
    """A day in one of the forms that people and machines write: with and without its year, in words, with a month of another spelling."""
    month, number, year = rng.randint(1, 12), rng.randint(1, 28), rng.randint(1930, 2027)
    name = _MONTHS[month - 1]
    ending = "th" if 10 < number < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    said = _ORDINALS[number - 1]
    return rng.choice(
        (
            f"{number}.{month}.",
            f"{rng.choice(_WEEKDAYS)} {number}.{month}.",
            f"{number:02}.{month:02}.{year}",
            f"{number:02}.{month:02}",
            f"{number}.{rng.choice(('', ' '))}{_ROMAN[month - 1]}.{year}",
            f"{number}/{month}",
            f"{month}/{number}",
            f"{number}-{month}-{year % 100:02}",
            f"{number:02}{month:02}",
            f"{year}{month:02}{number:02}",
            f"{year}-{month:02}-{number:02}T{rng.randint(0, 23):02}:{rng.randint(0, 59):02}:{rng.randint(0, 59):02}{rng.choice(('Z', '+00:00', '-05:00', '+02:00'))}",
            f"{number} {name} {year}",
            f"{number}{ending} {name[:3]}",
            f"{number}{ending} {misspelt(name, rng)} {year}",
            f"{name[:3]} {number}",
            f"{number}{ending}",
            f"{rng.choice(_WEEKDAYS)} {number}{ending}",
            f"the {number}{ending} or the {min(number + 1, 28)}th" if number > 3 else f"the {number}{ending}",
            f"the {said} of {name}",
            f"{said} {name}",
            f"the {said} of the {_ORDINALS[month - 1]}",
            f"the {said}",
            said.capitalize(),
            f"??/{month:02}/{year}",
            f"{name[:3]} {year}",
            f"{name[:3]}-{year % 100:02}",
            f"{number}{name[:3].upper()}{year % 100:02}",
        )
    )


def high_age(rng: random.Random) -> str:
    """An age over 89, in digits or words."""
    age = rng.randint(90, 104)
    if rng.random() < 0.7 or age > 99:
        return str(age)
    return "ninety" if age == 90 else f"ninety{rng.choice('- ')}{_UNITS[age - 91]}"


def initials(rng: random.Random) -> str:
    """What somebody signs with: "N.B.", "nb", "NB"."""
    letters = [rng.choice("ABCDEFGHJKLMNPRSTW") for _ in range(rng.choice((2, 2, 3)))]
    return rng.choice(("".join(letters), "".join(letters).lower(), ".".join(letters) + "."))


def scanned(text: str, rng: random.Random) -> str:
    """As a machine reads a sheet of paper: signs that look alike stand for one another."""
    alike = {"0": "O", "1": "l", "O": "0", "l": "1", "I": "l", "5": "S", "S": "5", "8": "B", "2": "Z", "o": "0"}
    return "".join(alike[sign] if sign in alike and rng.random() < (0.3 if sign.isdigit() or sign in "OI" else 0.06) else sign for sign in text)


HEADS = frozenset(
    word.lower()
    for phrase in (*_HEADS_OF_PLACES, *_HOMES, *_FIRMS)
    for word in re.findall(r"[A-Za-z]+", phrase)
)
