"""Links and Markdown of lessons: links that lead somewhere inside, and nothing that a terminal cannot draw."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trainer.checking.rule import Rule
from trainer.checking.rules.lessons import CHECK, SeenPage, pages
from trainer.checking.seen import Hit
from trainer.checking.world import World
from trainer.kernel.problems import N_

_LINK = re.compile(r"(?P<image>!?)\[(?P<text>[^\]]*)\]\(\s*<?(?P<target>[^)\s>]*)>?[^)]*\)")
_HTML = re.compile(r"<(?:[a-zA-Z/][^>]*|!--.*)>?")
_CODE = re.compile(r"`[^`]*`")
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_HEADING = re.compile(r"\s{0,3}(#+)\s")


def _lines(page: SeenPage) -> Iterator[tuple[int, str]]:
    """The page's lines outside drawings, without inline code."""
    fence = ""
    for number, line in enumerate(page.text.split("\n")):
        found = _FENCE.match(line)
        if found and (not fence or line.strip().startswith(fence)):
            fence = "" if fence else found[1]
        elif not fence:
            yield number, _CODE.sub("", line)


def _links(world: World, scheme: str) -> Iterator[tuple[SeenPage, int, str]]:
    """Links of one scheme; a link may be broken over two lines, so the page is read as a whole."""
    for page in pages(world):
        for found in _LINK.finditer(page.text):
            if found["target"].startswith(f"{scheme}:"):
                line = page.text.count("\n", 0, found.start("target"))
                yield page, line, found["target"].removeprefix(f"{scheme}:")


def glossary(world: World) -> Iterator[Hit]:
    """K01."""
    template = N_("The glossary of «{module}» has no term «{term}», so the link is dead; correct it or add the term.")
    for page, line, term in _links(world, "glossary"):
        if term not in world.known.glossary.get(page.module.slug, ()):
            yield page.hit(line, template, term=term, module=page.module.slug)


def lessons(world: World) -> Iterator[Hit]:
    """K02."""
    template = N_("There is no lesson «{lesson}», so the link is dead; write lesson:module/lesson of one that exists.")
    for page, line, target in _links(world, "lesson"):
        module, _, lesson = target.partition("/")
        if lesson not in world.known.lessons.get(module, ()):
            yield page.hit(line, template, lesson=target)


def outside(world: World) -> Iterator[Hit]:
    """K03: links lead to the glossary or to lessons; there are no images."""
    image = N_("Images cannot be shown in a terminal; say it in words, a table or a small drawing.")
    link = N_("«{target}» leads outside, and the program works without a network; name the source in words instead.")
    for page in pages(world):
        for found in _LINK.finditer(page.text):
            line = page.text.count("\n", 0, found.start())
            if found["image"]:
                yield page.hit(line, image)
            elif not found["target"].startswith(("glossary:", "lesson:")):
                yield page.hit(line, link, target=found["target"])


def html(world: World) -> Iterator[Hit]:
    """K04."""
    template = N_("«{markup}» is HTML and would be shown as it stands; use Markdown or plain words.")
    for page in pages(world):
        for number, line in _lines(page):
            if found := _HTML.search(line):
                yield page.hit(number, template, markup=found[0])


def headings(world: World) -> Iterator[Hit]:
    """K05."""
    template = N_("Headings are «##» for a page and «###» inside it; change this one.")
    for page in pages(world):
        for number, line in _lines(page):
            if (found := _HEADING.match(line)) and len(found[1]) not in (2, 3):
                yield page.hit(number, template)


def misplaced_checks(world: World) -> Iterator[Hit]:
    """K06."""
    template = N_("A check question stands alone on its line as «[[check: its-id]]»; put it so.")
    for page in pages(world):
        for number, line in _lines(page):
            if "[[" in line and not CHECK.fullmatch(line.strip()):
                yield page.hit(number, template)


RULES = (
    Rule("K01", "error", "glossary links that lead to a term", glossary),
    Rule("K02", "error", "lesson links that lead to a lesson", lessons),
    Rule("K03", "error", "no images and no links outside", outside),
    Rule("K04", "error", "no HTML", html),
    Rule("K05", "error", "headings of two levels", headings),
    Rule("K06", "error", "check questions on lines of their own", misplaced_checks),
)
