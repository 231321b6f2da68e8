"""``CONTEXT LISTS FILE…``: for each, one line of what openvc-core says.

It is handed the Open Badges context and the status lists, which it looks into.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from openvc import OpenvcError, verify_credential

URL = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
CONTEXT = json.loads(Path(sys.argv[1]).read_bytes())
LISTS = {one["id"]: one for one in json.loads(Path(sys.argv[2]).read_bytes())["verifiableCredential"]}


def told(document: dict[str, Any]) -> str:
    try:
        verify_credential(document, resolve_status_list=LISTS.__getitem__, extra_contexts={URL: CONTEXT})
    except OpenvcError as refusal:
        return f"refused {type(refusal).__name__} {refusal}"
    return "accepted"


for name in sys.argv[3:]:
    print(told(json.loads(Path(name).read_bytes())).splitlines()[0])
