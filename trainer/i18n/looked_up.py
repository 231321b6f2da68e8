"""A ``.mo`` catalogue of which only the messages asked for are read.

``gettext`` reads all of them when it opens a file: 4 ms for 2,000 messages, and the first screen asks for forty. The
file is made to be searched: its messages stand in order (GNU gettext manual, «The Format of GNU MO Files»).
"""

from __future__ import annotations

import struct
from gettext import GNUTranslations, c2py
from operator import add

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    _Kept = dict[Any, str]
else:
    _Kept = dict

#: Magic number, version, how many messages, where the tables of originals and of translations begin.
_HEAD = struct.Struct("<5I")


class LookedUp(GNUTranslations):
    """As :class:`gettext.GNUTranslations`, for what Babel writes: UTF-8 and little-endian.

    :exc:`OSError` for a file that was cut or is none.
    """

    def _parse(self, fp: Any) -> None:
        self._catalog = found = _Messages(fp.read())
        self.plural = lambda count: int(count != 1)
        for line in found.get("", "").split("\n"):
            name, _, value = line.partition(":")
            if name.strip().lower() == "plural-forms":
                self.plural = c2py(value.split("plural=")[1].strip().rstrip(";"))


class _Messages(_Kept):
    """Messages by their original, forms of a plural by original and number; what was found is kept."""

    def __init__(self, raw: bytes) -> None:
        super().__init__()
        if len(raw) < _HEAD.size:
            raise OSError(0, "File is corrupt")
        magic, version, self._count, *tables = _HEAD.unpack_from(raw)
        if magic != GNUTranslations.LE_MAGIC or version >> 16 or max(tables) + 8 * self._count > len(raw):
            raise OSError(0, "File is corrupt")
        #: Length and place of each original, and of each translation.
        self._originals, self._translations = (
            struct.unpack_from(f"<{2 * self._count}I", raw, table) for table in tables
        )
        for table in (self._originals, self._translations):
            if self._count and max(map(add, table[::2], table[1::2])) >= len(raw):
                raise OSError(0, "File is corrupt")
        self._raw = raw

    def get(self, key: Any, default: Any = None) -> Any:
        """As of a map that holds them all."""
        try:
            return self[key]
        except KeyError:
            return default

    def __missing__(self, key: Any) -> str:
        message, form = key if isinstance(key, tuple) else (key, None)
        place = self._place(message.encode() if form is None else message.encode() + b"\0", whole=form is None)
        if place is None:
            raise KeyError(key)
        text = self._text(self._translations, place).decode(errors="replace")
        self[key] = found = text if form is None else text.split("\0")[form]
        return found

    def _place(self, wanted: bytes, *, whole: bool) -> int | None:
        low, high = 0, self._count
        while low < high:
            middle = (low + high) // 2
            if self._text(self._originals, middle) < wanted:
                low = middle + 1
            else:
                high = middle
        if low == self._count:
            return None
        there = self._text(self._originals, low)
        return low if (there == wanted if whole else there.startswith(wanted)) else None

    def _text(self, table: tuple[int, ...], place: int) -> bytes:
        length, begin = table[2 * place], table[2 * place + 1]
        return self._raw[begin : begin + length]
