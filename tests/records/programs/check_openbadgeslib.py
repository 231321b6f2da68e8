"""``FILE…``: for each, one line of what openbadgeslib says: ``accepted``, ``unsupported`` or ``refused``, and why."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from openbadgeslib.errors import LibOpenBadgesException
from openbadgeslib.ob3.did import resolve_did
from openbadgeslib.ob3.ldp import OB3LdpVerifier, verify_data_integrity_proof


def told(document: dict[str, Any]) -> str:
    issuer = document["issuer"]
    did = issuer if isinstance(issuer, str) else issuer["id"]
    try:
        if "OpenBadgeCredential" in document["type"]:
            OB3LdpVerifier.for_issuer_did(did).verify(json.dumps(document))
        else:
            verify_data_integrity_proof(document, resolve_did(did))
    except LibOpenBadgesException as refusal:
        return f"{'unsupported' if 'no supported' in str(refusal) else 'refused'} {refusal}"
    return "accepted"


for name in sys.argv[1:]:
    print(told(json.loads(Path(name).read_bytes())).splitlines()[0])
