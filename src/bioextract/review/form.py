"""The fields of each kind of fact, for a form: read off the models of the record, without those that follow."""

from __future__ import annotations

from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from bioextract.records import IsoDate
from bioextract.verdicts.derived import DERIVED_FIELDS
from bioextract.verdicts.verdict import FACT_TYPES, NOT_FIELDS


def make_forms() -> dict[str, list[dict[str, Any]]]:
    """By kind, the fields: `name`, `type` (text, number, date or choice), `options` of a choice, `required`."""
    return {
        kind: [
            _describe(name, field)
            for name, field in model.model_fields.items()
            if name not in NOT_FIELDS and name not in DERIVED_FIELDS
        ]
        for kind, model in FACT_TYPES.items()
    }


def _describe(name: str, field: FieldInfo) -> dict[str, Any]:
    types = [field.annotation, *get_args(field.annotation)]
    described: dict[str, Any] = {"name": name, "type": "text", "required": field.is_required()}
    choices = next((kind for kind in types if get_origin(kind) is Literal), None)
    if choices is not None:
        return (
            described
            | {"type": "choice", "options": list(get_args(choices)), "default": field.get_default()}
            | ({"default": None} if field.is_required() else {})
        )
    if int in types:
        return described | {"type": "number"}
    is_date = IsoDate in types or any(getattr(one, "pattern", None) and "\\d{4}" in str(one) for one in field.metadata)
    return described | ({"type": "date"} if is_date else {})
