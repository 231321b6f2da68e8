"""``verify_record.py RECORD ISSUER TODAY``: verify a record as the command does; 1 unless it is good."""

from __future__ import annotations

import sys
from pathlib import Path

from trainer.records.issuers import read_trusted
from trainer.records.verify import verify


def main(record: str, issuer: str, today: str) -> int:
    trusted = [read_trusted(Path(issuer).read_bytes())]
    return verify(Path(record).read_bytes(), trusted=trusted, today=today).exit_code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
