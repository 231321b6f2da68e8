"""``record_libraries.py``: import the libraries that verifying a record needs, and nothing else."""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pyld import jsonld

assert Ed25519PublicKey and jsonld
