"""Opaque names for what is shown: ids such as ``old-address`` would tell what is right."""

from __future__ import annotations

from functools import lru_cache

from trainer.exercises.play import MoveRefused
from trainer.kernel.problems import N_
from trainer.kernel.seed import Stream


@lru_cache(maxsize=20_000)
def token_of(seed: str, kind: str, id: str) -> str:
    """The name an attempt with this seed shows for something."""
    return Stream(seed, "token", kind, id).token(8)


class Tokens:
    """Gives names while a view is made and remembers which; the same names lead back to ids."""

    def __init__(self, seed: str) -> None:
        self.seed = seed
        self._ids: dict[str, tuple[str, str]] = {}

    def of(self, kind: str, id: str) -> str:
        """The name of something of this kind."""
        token = token_of(self.seed, kind, id)
        self._ids[token] = (kind, id)
        return token

    def id_of(self, token: object, *kinds: str) -> str:
        """What was shown under this name. :class:`MoveRefused` when nothing of these kinds was."""
        kind, id = self._ids.get(token, ("", "")) if isinstance(token, str) else ("", "")
        if kind not in kinds:
            raise MoveRefused(N_("This is no longer on the screen."))
        return id
