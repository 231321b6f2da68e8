"""How far one is, as runs of text: a bar of done and missing cells, and dots for pages. Both read without colour."""

from __future__ import annotations

from trainer.tui.markdown.runs import Run, Runs

FULL, EMPTY = "■", "·"
WIDTH = 8


def stride_bar(done: int, total: int, width: int = WIDTH) -> Runs:
    """``done`` of ``total``; something done is never shown as nothing, something missing never as all."""
    if total <= 0:
        full = 0
    elif 0 < done < total:
        full = min(max(round(done * width / total), 1), width - 1)
    else:
        full = width if done >= total else 0
    return Run(FULL * full, "$accent"), Run(EMPTY * (width - full), "$quiet")


def dots(position: int, count: int, opened: int) -> Runs:
    """Pages as dots: large where one is, small where one was, a point beyond. Positions count from 0."""
    runs = []
    for at in range(count):
        sign, style = ("●", "bold $accent") if at == position else ("•", "$accent") if at < opened else ("·", "$quiet")
        runs.append(Run(sign if at == count - 1 else f"{sign} ", style))
    return tuple(runs)
