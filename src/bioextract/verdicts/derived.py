"""Fields of a fact that follow from others, so that nobody has to tell them."""

from __future__ import annotations

from typing import Any

from bioextract.agreement import Json
from bioextract.values.countries import country
from bioextract.values.marks import parse_mark

DERIVED_FIELDS = frozenset({"as_of", "code", "amount", "unit", "date_precision"})
PRECISIONS = {4: "year", 7: "month", 10: "day"}


def derive(kind: str, fields: Json, published: str | None) -> dict[str, Any]:
    """The fields that follow from what a fact says and from the day of its article; None where nothing follows.

    >>> derive("mark", {"mark": "2:05:42", "discipline": "marathon"}, None)
    {'amount': 7542.0, 'unit': 's'}
    """
    if kind == "age":
        return {"as_of": published}
    if kind == "nationality":
        known = country(str(fields.get("value", "")))
        return {"code": known.code if known else None}
    if kind == "participation":
        return {"date_precision": PRECISIONS.get(len(str(fields.get("date") or "")))}
    if kind == "mark":
        performance = parse_mark(str(fields.get("mark", "")), str(fields.get("discipline") or "") or None)
        return {
            "amount": performance.amount if performance else None,
            "unit": performance.unit if performance else None,
        }
    return {}
