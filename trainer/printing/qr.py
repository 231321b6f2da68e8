"""QR codes as filled boxes."""

from __future__ import annotations

from trainer.printing.marks import INK, WHITE, Drawn, Fill

#: Modules of white around the code that readers need.
QUIET = 4


def qr_code(text: str, side: float) -> Drawn:
    """The code of a text, with its quiet zone, ``side`` points wide; a run of dark modules is one box."""
    import segno

    rows = [list(row) for row in segno.make(text, error="m", micro=False, boost_error=False).matrix]
    module = side / (len(rows) + 2 * QUIET)
    boxes = [
        Fill((start + QUIET) * module, (y + QUIET) * module, length * module, module, INK)
        for y, row in enumerate(rows)
        for start, length in _runs(row)
    ]
    return Drawn(side, (Fill(0, 0, side, side, WHITE), *boxes))


def _runs(row: list[int]) -> list[tuple[int, int]]:
    """Start and length of each run of dark modules."""
    runs: list[tuple[int, int]] = []
    for place, dark in enumerate(row):
        if dark and runs and sum(runs[-1]) == place:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        elif dark:
            runs.append((place, 1))
    return runs
