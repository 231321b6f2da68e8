"""From parsed data to a model: pydantic's errors become sentences with the line of the value they speak of."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from trainer.content.flaws import ContentFlaws, Flaw
from trainer.content.knownkeys import known_keys
from trainer.content.yamlfile import Document
from trainer.kernel.problems import N_
from trainer.schema.fields import Mismatch

M = TypeVar("M")
Place = tuple[str | int, ...]

_EXPECTED: dict[str, str] = {
    "string_type": N_("«{field}» is {found}: a text was expected (in quotes where it looks like a number or a date)."),
    "int_type": N_("«{field}» is {found}: a whole number was expected."),
    "float_type": N_("«{field}» is {found}: a number was expected."),
    "bool_type": N_("«{field}» is {found}: true or false was expected."),
    "date_type": N_("«{field}» is {found}: a date like 2026-11-21 was expected."),
    "list_type": N_("«{field}» is {found}: a list was expected."),
    "dict_type": N_("«{field}» is {found}: a map was expected, one line for each language or key."),
    "model_type": N_("«{field}» is {found}: a map of keys was expected."),
    "greater_than": N_("«{field}» is {found}: more than {gt} was expected."),
    "greater_than_equal": N_("«{field}» is {found}: at least {ge} was expected."),
    "less_than": N_("«{field}» is {found}: less than {lt} was expected."),
    "less_than_equal": N_("«{field}» is {found}: at most {le} was expected."),
    "too_short": N_("«{field}» has {actual_length} entries: at least {min_length} were expected."),
    "too_long": N_("«{field}» has {actual_length} entries: at most {max_length} were expected."),
    "literal_error": N_("«{field}» is {found}: one of {expected} was expected."),
    "union_tag_invalid": N_("«{field}» is {found}: one of {expected_tags} was expected."),
}
_WHOLE = N_("the file is {found}: a map of keys was expected.")
_MISSING = N_("«{field}» is missing.")
_UNKNOWN = N_("«{field}» does not belong here; known keys: {known}.")
_MISSPELT = N_("«{field}» does not belong here; did you mean «{known}»?")
_VALUE = N_("«{field}»: {why}.")
_OTHER = N_("«{field}» is {found}, which is not allowed here.")


def validate(document: Document, shape: type[M] | TypeAdapter[M], path: Place = ()) -> M:
    """The model of the value at ``path``. Raises :class:`ContentFlaws` with one flaw for each mistake."""
    adapter: TypeAdapter[M] = shape if isinstance(shape, TypeAdapter) else TypeAdapter(shape)
    data = document.data
    for step in path:
        data = data[step]
    return validate_data(data, adapter, document, path)


def validate_data(data: Any, adapter: TypeAdapter[M], document: Document, path: Place) -> M:
    """Like :func:`validate` for data made from the value at ``path`` (a check question with its lesson filled in)."""
    try:
        return adapter.validate_python(data)
    except ValidationError as error:
        raise ContentFlaws(_flaws(error, data, adapter, document, path)) from None


def _flaws(error: ValidationError, data: Any, adapter: TypeAdapter[M], document: Document, path: Place) -> list[Flaw]:
    """One flaw for each place; where several branches of a union complain, the first one speaks."""
    found: dict[Place, Flaw] = {}
    for details in error.errors(include_url=False):
        place = _place(details, data)
        if place not in found:
            template, values = _sentence(details, place, data, adapter)
            found[place] = Flaw(document.name, document.line_of((*path, *place)), template, values)
    meant = [(*place[:-1], flaw.values["known"]) for place, flaw in found.items() if flaw.template == _MISSPELT]
    return [flaw for place, flaw in found.items() if not (flaw.template == _MISSING and place in meant)]


def _place(details: ErrorDetails, data: Any) -> Place:
    """Where in the data: pydantic's ``loc`` without the names of union branches, which stand in no file."""
    place: list[str | int] = []
    value, steps = data, details["loc"]
    if steps and isinstance(data, dict) and data.get("kind") == steps[0]:
        steps = steps[1:]  # the branch of an item's kind, which may be called like one of its keys («gaps»)
    for step in steps:
        inside = step in value if isinstance(value, dict) else isinstance(value, list) and isinstance(step, int)
        if inside:
            place.append(step)
            value = value[step]
    if details["type"] == "missing":
        place.append(details["loc"][-1])
    elif details["type"].startswith("union_tag"):
        place.append(details["ctx"]["discriminator"].strip("'"))
    elif isinstance(error := details.get("ctx", {}).get("error"), Mismatch):
        place += error.place
    return tuple(place)


def _sentence(details: ErrorDetails, place: Place, data: Any, adapter: TypeAdapter[M]) -> tuple[str, dict[str, object]]:
    values: dict[str, object] = {"field": _shown_place(place)}
    kind, context = details["type"], details.get("ctx", {})
    if kind in ("missing", "union_tag_not_found"):
        return _MISSING, values
    if kind == "extra_forbidden":
        close, known = known_keys(adapter.json_schema(), data, place)
        return (_MISSPELT if close else _UNKNOWN), values | {"known": close or ", ".join(known)}
    if kind == "value_error":
        why = str(context["error"]).rstrip(".")
        return (_VALUE if place else "{why}."), values | {"why": why}
    found = context.get("tag", details["input"])
    if not place:
        return _WHOLE, {"found": shown_value(found)}
    return _EXPECTED.get(kind, _OTHER), values | dict(context) | {"found": shown_value(found)}


def _shown_place(place: Place) -> str:
    """``options.2.text``: from the nearest list entry on, entries counted from one."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in place)


def shown_value(value: object) -> str:
    """A value as a person wrote it, short: ``12``, ``«abc…»``, ``[…]``, ``{…}``, ``null``."""
    if isinstance(value, str):
        return f"«{value[:39]}…»" if len(value) > 40 else f"«{value}»"
    if isinstance(value, dict):
        return "{…}"
    if isinstance(value, list):
        return "[…]"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return str(value)
