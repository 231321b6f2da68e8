"""Two PDFs as graphs of objects: the same for every reader, however each is packed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from trainer.printing.pdf_limits import DEEPEST

if TYPE_CHECKING:
    from pypdf import PdfReader

#: How a stream is packed.
_PACKING = {"/Length", "/Filter", "/DecodeParms", "/DL"}
#: What the document's information says that programs change on saving and that says nothing of the page.
_CHANGED_ON_SAVING = {"/Producer", "/Creator", "/ModDate", "/CreationDate"}
#: What the trailer holds besides the document and its information: how the file itself is packed.
_TRAILER = {"/Size", "/ID", "/Type", "/W", "/Index", "/Length", "/Filter", "/DecodeParms", "/Root", "/Info"}


def same_document(found: PdfReader, expected: PdfReader) -> bool:
    """Whether everything that can be reached in ``found`` is in ``expected`` and the same."""
    compare = _Comparison()
    if set(found.trailer) - _TRAILER:
        return False
    information = [
        {key: value for key, value in (reader.metadata or {}).items() if key not in _CHANGED_ON_SAVING}
        for reader in (found, expected)
    ]
    root = compare.same(found.trailer.raw_get("/Root"), expected.trailer.raw_get("/Root"), 0)
    return root and compare.same(information[0], information[1], 0)


class _Comparison:
    """Pairs of indirect objects already compared, or being compared, so that a circle ends."""

    def __init__(self) -> None:
        self._seen: set[tuple[int, int]] = set()

    def same(self, found: Any, expected: Any, depth: int) -> bool:
        """Whether two values are the same; as large as ``expected`` at most, which is ours."""
        if depth > DEEPEST:
            return False
        found, expected, known = self._resolved(found, expected)
        if known:
            return True
        if isinstance(expected, Mapping):
            return isinstance(found, Mapping) and self._same_dictionary(found, expected, depth)
        if isinstance(expected, list):
            return (
                isinstance(found, list)
                and len(found) == len(expected)
                and all(self.same(one, other, depth + 1) for one, other in zip(found, expected, strict=True))
            )
        return _plain(found) == _plain(expected)

    def _resolved(self, found: Any, expected: Any) -> tuple[Any, Any, bool]:
        pair = getattr(found, "idnum", -1), getattr(expected, "idnum", -1)
        if -1 not in pair:
            if pair in self._seen:
                return found, expected, True
            self._seen.add(pair)
        return _object(found), _object(expected), False

    def _same_dictionary(self, found: Mapping[str, Any], expected: Mapping[str, Any], depth: int) -> bool:
        streams = hasattr(found, "get_data"), hasattr(expected, "get_data")
        packing = _PACKING if all(streams) else set()
        keys = [set(one) - packing for one in (found, expected)]
        if keys[0] != keys[1] or streams[0] != streams[1]:
            return False
        if all(streams) and found.get_data() != expected.get_data():  # type: ignore[attr-defined] # both are streams
            return False
        return all(self.same(_raw(found, key), _raw(expected, key), depth + 1) for key in keys[1])


def _raw(dictionary: Any, key: str) -> Any:
    return dictionary.raw_get(key) if hasattr(dictionary, "raw_get") else dictionary[key]


def _object(value: Any) -> Any:
    return value.get_object() if hasattr(value, "get_object") else value


def _plain(value: Any) -> tuple[str, object]:
    """A name, text, number, truth or nothing, with its sort, as a value that compares."""
    kind = type(value).__name__
    if kind in ("TextStringObject", "ByteStringObject"):
        return "string", bytes(value.original_bytes)
    if kind in ("FloatObject", "NumberObject"):
        return "number", float(value)
    return kind, repr(value)
