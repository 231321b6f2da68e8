"""The two contexts of a record, read from the package that bundles them and held to their digests; no other is loaded.

What a signature covers depends on the contexts' every letter, so nothing is fetched and nothing else is accepted.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from trainer.kernel.problems import N_, Refused

CREDENTIALS = "https://www.w3.org/ns/credentials/v2"
OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"

_PACKAGE, _FOLDER = "openbadgeslib", ("ob3", "contexts")
#: File and SHA-256 of each, by address.
PINNED = {
    CREDENTIALS: ("credentials-v2.json", "59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734"),
    OPEN_BADGES: ("ob-v3p0-context-3.0.3.json", "3d34f4d4ef1bce691106e63798beb5e7b862ba841423f5ee1e53ab7ddf3bca84"),
}

#: What linked-data libraries call with an address and options.
Loader = Callable[[str, Any], dict[str, Any]]


class ContextMissing(Refused):
    """A context cannot be had here, or is not the one records are made with."""


@cache
def context(url: str) -> dict[str, Any]:
    """The context at ``url``. Raises :class:`ContextMissing` for one not pinned, not installed or changed."""
    if url not in PINNED:
        raise ContextMissing(N_("The context “{url}” is none of a record's; nothing is fetched."), url=url[:200])
    name, digest = PINNED[url]
    try:
        raw = _folder().joinpath(name).read_bytes()
    except OSError:
        raw = b""
    if hashlib.sha256(raw).hexdigest() != digest:
        raise ContextMissing(
            N_("The package “{package}” is missing here, or another version than records need."), package=_PACKAGE
        )
    found: dict[str, Any] = json.loads(raw)
    return found


def _folder() -> Path:
    """Where the package keeps its contexts; finding it runs none of its code."""
    spec = find_spec(_PACKAGE)
    places = spec.submodule_search_locations if spec else None
    return Path(next(iter(places))).joinpath(*_FOLDER) if places else Path(_PACKAGE)


def loader(others: Mapping[str, Any] | None = None) -> Loader:
    """A loader of the pinned contexts, and of ``others`` that the caller holds in memory."""

    def load(url: str, options: Any = None) -> dict[str, Any]:
        if others and url in others:
            return {"contextUrl": None, "documentUrl": url, "document": others[url]}
        # Tagged as never changing, so that the library keeps what it made of them.
        return {"contextUrl": None, "documentUrl": url, "document": context(url), "tag": "static"}

    return load
