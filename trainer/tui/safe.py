"""The one door for text: whatever comes from content, learners or catalogues is shown as text, never as markup.

Textual runs ``[@click=app.quit]`` found in any markup string, and escaping does not hold; so text widgets are made
here only, and take ``Content``.
"""

from __future__ import annotations

import re

from textual.content import Content
from textual.widgets import Static

from trainer.kernel.text import clean

_BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*", re.DOTALL)


def plain(text: str, style: str = "") -> Content:
    """``text`` as it is, cleaned of control codes."""
    return Content.styled(clean(text), style) if style else Content(clean(text))


def emphasised(text: str, style: str = "") -> Content:
    """Text of an item: plain, but ``**words**`` are bold (the only mark item texts may hold)."""
    parts: list[Content] = []
    for index, part in enumerate(_BOLD.split(clean(text))):
        parts.append(Content.styled(part, f"{style} bold".strip() if index % 2 else style))
    return Content("").join(parts)


def joined(*parts: str | Content | tuple[str, str], between: str = "") -> Content:
    """Parts in one: texts, contents, or texts with a style. Empty parts are left out."""
    made = [
        plain(*part) if isinstance(part, tuple) else plain(part) if isinstance(part, str) else part for part in parts
    ]
    return Content(between).join([part for part in made if part])


class Plain(Static):
    """Text that is never read as markup."""

    DEFAULT_CSS = "Plain { height: auto; }"

    def __init__(self, text: str | Content = "", *, id: str | None = None, classes: str | None = None) -> None:
        self._said = _content(text)
        super().__init__(self._said, id=id, classes=classes, markup=False)

    def show(self, text: str | Content, *, same_size: bool = False) -> None:
        """Replace the text; ``same_size`` True skips laying out the screen again. The same text costs nothing."""
        content = _content(text)
        if not content.is_same(self._said):
            self._said = content
            self.update(content, layout=not same_size)


def _content(text: str | Content) -> Content:
    return plain(text) if isinstance(text, str) else text
