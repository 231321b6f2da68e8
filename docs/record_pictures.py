"""Pictures of what is printed: ``python docs/record_pictures.py`` renders it to ``docs/record-*.png``.

Needs ``pdftoppm`` (poppler-utils). The people and the issuer are made up.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.printing.papers import report, statement
from tests.printing.records import NAMES, credential, record
from trainer.printing.class_report import render_class_report
from trainer.printing.record_pdf import render_record
from trainer.printing.statement import render_statement

FOLDER = Path(__file__).resolve().parent
DOTS_PER_INCH = 110


def papers() -> dict[str, bytes]:
    """Each picture's name with its PDF."""
    diacritics, long = (record("abr.uc1", name) for name in NAMES)
    return {
        "record-it": render_record(diacritics, credential(diacritics), ["it"]),
        "record-en": render_record(diacritics, credential(diacritics), ["en"]),
        "record-both": render_record(diacritics, credential(diacritics), ["it", "en"]),
        "record-long-name-it": render_record(long, credential(long), ["it"]),
        "record-long-name-en": render_record(long, credential(long), ["en"]),
        "record-long-name-both": render_record(long, credential(long), ["it", "en"]),
        "record-statement-it": render_statement(statement(), ["it"]),
        "record-statement-both": render_statement(statement(NAMES[1]), ["it", "en"]),
        "record-class-report": render_class_report(report()),
    }


def picture(name: str, data: bytes) -> None:
    """Render the first page of a PDF to ``docs/<name>.png``."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "paper.pdf")
        source.write_bytes(data)
        arguments = ["pdftoppm", "-png", "-r", str(DOTS_PER_INCH), "-singlefile", str(source), str(FOLDER / name)]
        subprocess.run(arguments, check=True)


def main() -> int:
    """Render all of them."""
    for name, data in papers().items():
        picture(name, data)
        print(FOLDER / f"{name}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
