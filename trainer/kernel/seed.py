"""Seeded draws that give the same result on every Python, hash seed, platform and time zone.

The stream is SHA-256 in counter mode over a key made of the seed and a path of names, so that two draws with
different names are independent and adding one does not shift the other.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Stream:
    """A reproducible stream of integers, keyed by ``seed`` and any number of names."""

    def __init__(self, seed: str, *names: str) -> None:
        # A seed typed at a terminal may hold bytes that are no text; Python keeps them as surrogates.
        key = "\x1f".join((seed, *names)).encode(errors="surrogatepass")
        self._key = hashlib.sha256(key).digest()
        self._counter = 0

    def _word(self) -> int:
        block = hashlib.sha256(self._key + self._counter.to_bytes(8, "big")).digest()
        self._counter += 1
        return int.from_bytes(block[:8], "big")

    def below(self, bound: int) -> int:
        """A uniform integer in ``range(bound)`` (rejection sampling, hence without bias)."""
        if not 1 <= bound <= 1 << 64:
            raise ValueError("bound must be between 1 and 2**64")
        limit = (1 << 64) - (1 << 64) % bound
        while (word := self._word()) >= limit:
            pass
        return word % bound

    def shuffled(self, values: Sequence[T]) -> list[T]:
        """A new list in random order (Fisher-Yates)."""
        result = list(values)
        for index in range(len(result) - 1, 0, -1):
            other = self.below(index + 1)
            result[index], result[other] = result[other], result[index]
        return result

    def sample(self, values: Sequence[T], size: int) -> list[T]:
        """``size`` different elements in random order, in O(size) draws. Raises ``ValueError`` if too few."""
        count = len(values)
        if size > count:
            raise ValueError(f"cannot draw {size} of {count}")
        moved: dict[int, int] = {}
        chosen: list[T] = []
        for index in range(size):
            other = index + self.below(count - index)
            chosen.append(values[moved.get(other, other)])
            moved[other] = moved.get(index, index)
        return chosen

    def token(self, length: int = 6) -> str:
        """An opaque lower-case name of ``length`` letters and digits."""
        alphabet = "abcdefghijkmnpqrstuvwxyz23456789"
        return "".join(alphabet[self.below(len(alphabet))] for _ in range(length))
