"""The one designed theme, dark and light: ink on paper, one accent, few surfaces.

Meaning is never carried by colour alone. The values are chosen so that in 16 colours the accent falls on cyan, right,
wrong and warnings on green, red and yellow, grounds on black or white; with ``NO_COLOR`` signs, words and bold remain.
"""

from __future__ import annotations

from textual.theme import Theme

DARK, LIGHT = "trainer-dark", "trainer-light"


def _variables(quiet: str, line: str, cursor: str, accent: str, ink: str) -> dict[str, str]:
    """Names of our own (``$quiet``, ``$line``, ``$cursor``) and Textual's, so that its widgets look like ours."""
    return {
        "quiet": quiet,
        "line": line,
        "cursor": cursor,
        "border": accent,
        "border-blurred": line,
        "block-cursor-background": cursor,
        "block-cursor-foreground": ink,
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": cursor,
        "block-cursor-blurred-foreground": ink,
        "block-cursor-blurred-text-style": "none",
        "block-hover-background": cursor,
        "footer-key-foreground": accent,
        "input-cursor-background": accent,
        "input-selection-background": f"{accent} 35%",
        "scrollbar": line,
        "scrollbar-hover": quiet,
        "scrollbar-active": quiet,
        "scrollbar-background": "transparent",
        "scrollbar-background-hover": "transparent",
        "scrollbar-background-active": "transparent",
        "scrollbar-corner-color": "transparent",
        "button-focus-text-style": "bold reverse",
    }


THEMES = (
    Theme(
        name=DARK, dark=True, luminosity_spread=0.1, text_alpha=1.0,
        primary="#4cc3d9", secondary="#4cc3d9", accent="#4cc3d9",
        foreground="#e6e4df", background="#15191e", surface="#1c2128", panel="#252c34",
        success="#57c77a", warning="#e3b341", error="#f47067",
        variables=_variables("#9aa5b0", "#3a444f", "#202a33", "#4cc3d9", "#f4f2ee"),
    ),
    Theme(
        name=LIGHT, dark=False, luminosity_spread=0.1, text_alpha=1.0,
        primary="#00727f", secondary="#00727f", accent="#00727f",
        foreground="#21272e", background="#fbfaf6", surface="#f3f1ea", panel="#e9e6dc",
        success="#00762d", warning="#855600", error="#b3261e",
        variables=_variables("#5a6570", "#c9c4b6", "#e2eae8", "#00727f", "#14181c"),
    ),
)  # fmt: skip

#: Layout every screen shares: header, a centred column of text, a quiet line, the footer; and the sentence shown
#: instead of them where the terminal is too small.
CSS = """
Screen { background: $background; color: $foreground; layers: base too-small; }
.page { width: 1fr; height: 1fr; align-horizontal: center; padding: 1 0 0 0; }
.page, Dialog .body { scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
.column { width: 100%; max-width: 84; height: auto; padding: 0 3; }
.column.-double { max-width: 168; }
.bottom { height: auto; }
.quiet { color: $quiet; }
.title { text-style: bold; margin-bottom: 1; }
.gap { margin-top: 1; }
.where { color: $quiet; height: 1; margin-bottom: 1; text-wrap: nowrap; text-overflow: ellipsis; }
.-short .where { margin-bottom: 0; }
.hidden { display: none; }
.-too-narrow TooSmall, .-too-short TooSmall { display: block; }
.-narrow .column, .-narrow Header, .-narrow HeaderWith, .-narrow Footer, .-narrow Notice { padding: 0 2; }
.-short .page { padding: 0; }
Tooltip { display: none; }
"""

#: Narrowest and shortest terminal the program is laid out for, and where two languages fit side by side.
SMALLEST = (60, 18)
WIDTHS = [(0, "-too-narrow"), (SMALLEST[0], "-narrow"), (76, "-usual"), (100, "-wide")]
HEIGHTS = [(0, "-too-short"), (SMALLEST[1], "-short"), (22, "-tall")]
