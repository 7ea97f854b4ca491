"""What the desk asks, and what an answer means. Knows nothing of the network."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bioextract.agreement import Json
from bioextract.errors import UsageError
from bioextract.kinds import iterate_facts
from bioextract.records import Record
from bioextract.report.pack import pack_article
from bioextract.review.form import make_forms
from bioextract.review.stores import Store
from bioextract.verdicts.apply import Told, match_verdicts
from bioextract.verdicts.corpus import Asked
from bioextract.verdicts.derived import derive
from bioextract.verdicts.verdict import FACT_TYPES, Verdict, fields_of
from bioextract.wording import describe

Model = TypeVar("Model", bound=BaseModel)
IN_TEXT = ("mark", "event_text", "date_text", "place")
"""Fields that are written as in the article."""


class Answer(BaseModel):
    """What the page sends: `fact` is the number of the item, None for one that is added; spans are pairs of offsets."""

    model_config = ConfigDict(extra="forbid")

    fact: int | None = Field(default=None, ge=0)
    verdict: Literal["right", "wrong", "mended", "added", "withdrawn"]
    person: str = Field(default="", max_length=500)
    kind: str = ""
    fields: dict[str, Any] = {}
    spans: list[tuple[int, int]] = []


@dataclass(slots=True)
class _Sheet:
    """An article on the desk. The record is kept as JSON, which takes a tenth of the memory."""

    line: str = field(repr=False)
    text: str | None = field(repr=False)
    id: str
    title: str | None
    source: str | None
    published: str | None

    @property
    def record(self) -> Record:
        return Record.model_validate_json(self.line)


class Desk:
    """The articles with facts to be judged, and those that have been. One answer at a time, from any thread."""

    def __init__(self, store: Store, asked: Asked, texts: Mapping[str, str]) -> None:
        self._store, self._asked, self._lock = store, asked, threading.Lock()
        self._verdicts = store.verdicts()
        self._sheets = [
            _Sheet(record.model_dump_json(), texts.get(info.id), info.id, info.title, info.source, info.published)
            for record in store.records()
            if (info := record.article) and self._is_on_the_desk(record)
        ]

    def __len__(self) -> int:
        return len(self._sheets)

    def overview(self) -> dict[str, Any]:
        """What there is to do: articles with the numbers of the items that are asked for, and of those judged."""
        with self._lock:
            return {
                "name": self._store.name,
                "below": self._asked.below,
                "kinds": sorted(self._asked.kinds or ()),
                "forms": make_forms(),
                "articles": [self._summarise(sheet) for sheet in self._sheets],
            }

    def article(self, number: int) -> dict[str, Any]:
        """An article with its items: the facts of the extractor, then those that were added. Raises `IndexError`."""
        with self._lock:
            return self._pack(self._sheets[number])

    def judge(self, number: int, answer: Answer) -> dict[str, Any]:
        """Keeps an answer; gives the article as it is then.

        Raises `IndexError` for no such article, `UsageError` for an answer that makes no sense, and what the store
        raises.
        """
        with self._lock:
            sheet = self._sheets[number]
            items = self._items(sheet)
            told = None if answer.fact is None else items[answer.fact]
            for verdict in _verdicts_of(sheet, answer, told):
                self._store.save(verdict)
                self._note(verdict)
            return self._pack(sheet)

    def _note(self, verdict: Verdict) -> None:
        """Brings what is in memory in line with what has been saved."""
        others = [given for given in self._verdicts.get(verdict.article, []) if given.key != verdict.key]
        self._verdicts[verdict.article] = others if verdict.verdict == "withdrawn" else [*others, verdict]

    def _is_on_the_desk(self, record: Record) -> bool:
        facts = (fact for person in record.people for fact in iterate_facts(person))
        return record.article.id in self._verdicts or any(self._asked.takes(k, fact.confidence) for k, fact in facts)

    def _items(self, sheet: _Sheet) -> list[Told]:
        """What the extractor tells, each with its verdict, then what was added, as if it had been told."""
        record = sheet.record
        people = [person.model_dump() for person in record.people]
        judged = match_verdicts(people, self._given(sheet))
        names = _names_on(record, judged.others)
        added = [
            Told(names.index(verdict.person), verdict.kind, fact, verdict)
            for verdict in judged.others
            if (fact := verdict.asserted)
        ]
        return [*judged.told, *added]

    def _summarise(self, sheet: _Sheet) -> dict[str, Any]:
        items = self._items(sheet)
        asked = [number for number, item in enumerate(items) if self._is_asked(item)]
        return {
            "title": sheet.title,
            "source": sheet.source,
            "published": sheet.published,
            "asked": asked,
            "judged": [number for number in asked if items[number].verdict],
        }

    def _is_asked(self, item: Told) -> bool:
        return item.verdict is not None or self._asked.takes(item.kind, item.fact["confidence"])

    def _pack(self, sheet: _Sheet) -> dict[str, Any]:
        record = sheet.record
        packed = pack_article(record, sheet.text)
        people = _names_on(record, match_verdicts([p.model_dump() for p in record.people], self._given(sheet)).others)
        return {
            **{name: packed.get(name) for name in ("title", "source", "published", "text", "sentences", "warnings")},
            "people": [{"name": name} for name in people],
            "facts": [self._pack_item(item) for item in self._items(sheet)],
        }

    def _given(self, sheet: _Sheet) -> Sequence[Verdict]:
        return self._verdicts.get(sheet.id, [])

    def _pack_item(self, item: Told) -> dict[str, Any]:
        verdict = item.verdict
        shown = verdict.asserted if verdict and verdict.asserted else item.fact
        main, details = describe(item.kind, shown)
        before = describe(item.kind, item.fact)
        return {
            "person": item.person,
            "kind": item.kind,
            "main": main,
            "details": details,
            "confidence": round(item.fact["confidence"], 3),
            "fields": fields_of(shown),
            "evidence": [offset for span in shown["evidence"] for offset in (span["start"], span["end"])],
            "quotes": [span["text"] for span in shown["evidence"]],
            "isAsked": self._is_asked(item),
            "verdict": verdict and verdict.verdict,
            "before": str(before) if verdict and verdict.verdict == "mended" else None,
        }


def _names_on(record: Record, others: Sequence[Verdict]) -> list[str]:
    """The people of the record, and those of whom something was added."""
    return list(dict.fromkeys([*(person.name for person in record.people), *(verdict.person for verdict in others)]))


def _verdicts_of(sheet: _Sheet, answer: Answer, told: Told | None) -> list[Verdict]:
    """The verdicts that an answer is: it takes the place of one that came from elsewhere, such as another extractor."""
    if told is None:
        if answer.verdict != "added":
            raise UsageError(f"{answer.verdict}: of which fact?")
        return [_make(sheet, answer.person.strip(), answer.kind, "added", fact=_fact(sheet, answer, answer.kind, None))]
    former = told.verdict
    withdrawn = [_withdraw(former)] if former else []
    if answer.verdict == "withdrawn":
        if not former:
            raise UsageError("it has not been judged")
        return withdrawn
    people = sheet.record.people
    if former and former.judged is None:  # what was added can only be mended, or taken back
        if answer.verdict != "mended":
            return withdrawn if answer.verdict == "wrong" else []
        fact = _fact(sheet, answer, told.kind, told.fact)
        return [*withdrawn, _make(sheet, former.person, told.kind, "added", fact=fact)]
    name = people[told.person].name
    judged = dict(told.fact)
    mended = _fact(sheet, answer, told.kind, told.fact) if answer.verdict == "mended" else None
    verdict = _make(sheet, name, told.kind, answer.verdict, judged=judged, fact=mended)
    return [*(old for old in withdrawn if old.key != verdict.key), verdict]


def _make(sheet: _Sheet, person: str, kind: str, verdict: str, **facts: Any) -> Verdict:
    if not person or (verdict == "added" and sheet.text is not None and person not in sheet.text):
        raise UsageError(f"person: {person!r} is not in the article; write the name as it is there")
    content = {"article": sheet.id, "person": person, "kind": kind, "verdict": verdict, "judged_at": _now(), **facts}
    return _validated(Verdict, content)


def _withdraw(verdict: Verdict) -> Verdict:
    fact = None if verdict.judged else verdict.fact
    return verdict.model_copy(update={"verdict": "withdrawn", "fact": fact, "judged_at": _now()})


def _fact(sheet: _Sheet, answer: Answer, kind: str, told: Json | None) -> dict[str, Any]:
    """The fact that an answer tells. Without the article's text its evidence is that of the fact that it mends."""
    if kind not in FACT_TYPES:
        raise UsageError(f"{kind!r} is no kind of fact")
    fields = {name: value for name, value in answer.fields.items() if value not in (None, "")}
    fields |= derive(kind, fields, sheet.published)
    fields |= {"evidence": _evidence(sheet, answer, told), "confidence": 1.0}
    if sheet.text is not None:
        for name in IN_TEXT:
            if fields.get(name) and str(fields[name]) not in sheet.text:
                raise UsageError(f"{name.replace('_', ' ')}: write it as it is in the article")
    return _validated(FACT_TYPES[kind], fields, text=sheet.text).model_dump(mode="json")


def _evidence(sheet: _Sheet, answer: Answer, told: Json | None) -> list[Any]:
    if sheet.text is None:
        if told is None:
            raise UsageError("the text of the article is not at hand, so that nothing can be added; name it by --texts")
        return list(told["evidence"])
    if any(not 0 <= start < end <= len(sheet.text) for start, end in answer.spans) or not answer.spans:
        raise UsageError("evidence: copy the words of the article that show the fact")
    return [{"start": start, "end": end, "text": sheet.text[start:end]} for start, end in sorted(set(answer.spans))]


def _validated(model: type[Model], content: Json, text: str | None = None) -> Model:
    try:
        return model.model_validate(content, context=None if text is None else {"text": text})
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = " ".join(str(part) for part in first["loc"]).replace("_", " ")
        message = first["msg"].removeprefix("Value error, ")
        raise UsageError(f"{where}: {message}" if where else message) from None


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat()
