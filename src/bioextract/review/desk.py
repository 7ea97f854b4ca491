"""What the desk asks, and what an answer means. Knows nothing of the network."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from typing import Any

from bioextract.kinds import iterate_facts
from bioextract.records import Record
from bioextract.report.pack import pack_article
from bioextract.review.answers import Answer, Outdated, Sheet, mark_of, verdicts_of
from bioextract.review.form import make_forms
from bioextract.review.stores import Store
from bioextract.verdicts.apply import Told, match_verdicts
from bioextract.verdicts.corpus import Asked
from bioextract.verdicts.verdict import Verdict, fields_of
from bioextract.wording import describe


class Desk:
    """The articles with facts to be judged, and those that have been. One answer at a time, from any thread.

    Verdicts are read anew whenever they are shown: another desk may have the same database.
    """

    def __init__(self, store: Store, asked: Asked, texts: Mapping[str, str]) -> None:
        self._store, self._asked, self._lock = store, asked, threading.Lock()
        self._verdicts = store.verdicts()
        self._sheets = [
            Sheet(record.model_dump_json(), texts.get(info.id), info.id, info.title, info.source, info.published)
            for record in store.records()
            if (info := record.article) and self._is_on_the_desk(record)
        ]

    def __len__(self) -> int:
        return len(self._sheets)

    def overview(self) -> dict[str, Any]:
        """What there is to do: articles with the numbers of the items that are asked for, and of those judged."""
        with self._lock:
            self._verdicts = self._store.verdicts()
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
            sheet = self._sheets[number]
            self._read_verdicts(sheet)
            return self._pack(sheet)

    def judge(self, number: int, answer: Answer) -> dict[str, Any]:
        """Keeps an answer; gives the article as it is then.

        Raises `IndexError` for no such article, `Outdated` for an answer about what has changed meanwhile, `UsageError`
        for one that makes no sense, and what the store raises.
        """
        with self._lock:
            sheet = self._sheets[number]
            self._read_verdicts(sheet)
            for verdict in verdicts_of(sheet, answer, self._told(sheet, answer)):
                self._store.save(verdict)
            self._read_verdicts(sheet)
            return self._pack(sheet)

    def _read_verdicts(self, sheet: Sheet) -> None:
        self._verdicts[sheet.id] = self._store.verdicts_on(sheet.id)

    def _told(self, sheet: Sheet, answer: Answer) -> Told | None:
        """What an answer is about."""
        if answer.fact is None:
            return None
        items = self._items(sheet)
        if answer.seen and (answer.fact >= len(items) or mark_of(items[answer.fact]) != answer.seen):
            raise Outdated("it has been judged elsewhere meanwhile; here is how it is now")
        return items[answer.fact]

    def _is_on_the_desk(self, record: Record) -> bool:
        facts = (fact for person in record.people for fact in iterate_facts(person))
        return record.article.id in self._verdicts or any(self._asked.takes(k, fact.confidence) for k, fact in facts)

    def _items(self, sheet: Sheet) -> list[Told]:
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

    def _summarise(self, sheet: Sheet) -> dict[str, Any]:
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

    def _pack(self, sheet: Sheet) -> dict[str, Any]:
        record = sheet.record
        packed = pack_article(record, sheet.text)
        people = _names_on(record, match_verdicts([p.model_dump() for p in record.people], self._given(sheet)).others)
        return {
            **{name: packed.get(name) for name in ("title", "source", "published", "text", "sentences", "warnings")},
            "people": [{"name": name} for name in people],
            "facts": [self._pack_item(item) for item in self._items(sheet)],
        }

    def _given(self, sheet: Sheet) -> Sequence[Verdict]:
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
            "seen": mark_of(item),
            "isAsked": self._is_asked(item),
            "verdict": verdict and verdict.verdict,
            "before": str(before) if verdict and verdict.verdict == "mended" else None,
        }


def _names_on(record: Record, others: Sequence[Verdict]) -> list[str]:
    """The people of the record, and those of whom something was added."""
    return list(dict.fromkeys([*(person.name for person in record.people), *(verdict.person for verdict in others)]))
