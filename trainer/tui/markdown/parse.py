"""Markdown to blocks. Every text is cleaned again here, because entities (``&#x202e;``) become characters only now."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from trainer.kernel.text import clean
from trainer.tui.markdown.blocks import Block, Drawing, Heading, Paragraph, Points, Quote, Table
from trainer.tui.markdown.runs import Run, Runs

GLOSSARY = "glossary:"
BULLET = "•"
_STYLES = {"strong": "bold", "em": "italic"}
_ALIGN = re.compile(r"text-align:(\w+)")
# «art. 12», «lett. f»: an abbreviation stays with its number (the wrapping cuts at plain spaces only).
_TOGETHER = re.compile(r"(?<!\w)([^\W\d_]{1,5}\.) (?=\d|[^\W\d_]\b)")


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table").disable("html_inline").disable("html_block")


@lru_cache(maxsize=32)
def parse_markdown(text: str) -> tuple[Block, ...]:
    """The blocks of a page; whatever Markdown is not known here is shown as the text it holds."""
    return tuple(_blocks(_parser().parse(text)))


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    position = 0
    while position < len(tokens):
        end = _end(tokens, position)
        block = _block(tokens[position], tokens[position + 1 : end])
        if block is not None:
            yield block
        position = end + 1


def _end(tokens: Sequence[Token], start: int) -> int:
    """The index of the token that closes the one at ``start``; itself when it stands alone."""
    depth = 0
    for index in range(start, len(tokens)):
        depth += tokens[index].nesting
        if depth <= 0:
            return index
    return len(tokens) - 1


def _block(token: Token, inside: Sequence[Token]) -> Block | None:
    match token.type:
        case "paragraph_open":
            return Paragraph(_runs(inside))
        case "heading_open":
            return Heading(_runs(inside), int(token.tag[1:]))
        case "bullet_list_open" | "ordered_list_open":
            return _points(token, inside)
        case "blockquote_open":
            return Quote(tuple(_blocks(inside)))
        case "fence" | "code_block":
            return Drawing(tuple(clean(token.content).expandtabs(4).rstrip("\n").split("\n")))
        case "table_open":
            return _table(inside)
        case "inline":
            return Paragraph(_runs([token]))
    return Paragraph((Run(clean(token.content)),)) if token.content.strip() else None


def _points(token: Token, inside: Sequence[Token]) -> Points:
    items, position = [], 0
    while position < len(inside):
        end = _end(inside, position)
        items.append(tuple(_blocks(inside[position + 1 : end])))
        position = end + 1
    first = int(token.attrs.get("start", 1)) if token.type.startswith("ordered") else None
    markers = tuple(BULLET if first is None else f"{first + index}." for index in range(len(items)))
    loose = any(t.type == "paragraph_open" and t.level == token.level + 2 and not t.hidden for t in inside)
    return Points(markers, tuple(items), loose)


def _table(inside: Sequence[Token]) -> Table:
    rows: list[list[Runs]] = []
    aligned: list[str] = []
    for index, token in enumerate(inside):
        if token.type == "tr_open":
            rows.append([])
        elif token.type in ("th_open", "td_open"):
            rows[-1].append(_runs([inside[index + 1]]))
            if token.type == "th_open":
                found = _ALIGN.search(str(token.attrs.get("style", "")))
                aligned.append(found[1] if found else "left")
    return Table(tuple(map(tuple, rows)), tuple(aligned))


def _runs(tokens: Sequence[Token]) -> Runs:
    return tuple(run for token in tokens for run in _inline(token.children or ()) if run.text)


def _inline(children: Sequence[Token]) -> Iterator[Run]:
    styles: list[str] = []
    terms: list[str] = []
    for token in children:
        kind = token.type.removesuffix("_open").removesuffix("_close")
        if kind in _STYLES:
            _open_or_close(styles, token, _STYLES[kind])
        elif kind == "link":
            _open_or_close(terms, token, _term(token))
        else:
            yield Run(_text(token), " ".join(styles), terms[-1] if terms else "")


def _open_or_close(stack: list[str], token: Token, value: str) -> None:
    if token.nesting > 0:
        stack.append(value)
    elif stack:
        stack.pop()


def _term(token: Token) -> str:
    target = str(token.attrs.get("href", ""))
    return target.removeprefix(GLOSSARY) if target.startswith(GLOSSARY) else ""


def _text(token: Token) -> str:
    match token.type:
        case "softbreak":
            return " "
        case "hardbreak":
            return "\n"
    return _TOGETHER.sub("\\1\u00a0", clean(token.content).replace("\t", " "))
