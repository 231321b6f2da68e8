"""What a learner was shown and what the disk says, in the same words: a flat map of facts.

``learner``, ``profile``, ``settings``, ``reports``; ``lesson/MODULE/LESSON``; ``page/MODULE/LESSON/N``; and for an
attempt ``ID/position``, ``ID/language``, ``ID/over``, ``ID/points`` and, by position, ``ID/response/N``, ``ID/flag/N``,
``ID/answered/N``, ``ID/confirmed/N``, ``ID/certainty/N``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from trainer.assessment.attempt import AttemptState, replay
from trainer.assessment.marking import mark_attempt
from trainer.assessment.paper import Paper
from trainer.flows.exam import ExamFlow
from trainer.flows.practise import PracticeFlow
from trainer.flows.study import LessonView
from trainer.items.controls import ChoiceGroup, PresentedItem
from trainer.progress.journal import read_journal
from trainer.progress.papers import load_paper
from trainer.progress.reports import read_reports
from trainer.progress.rows import LessonProgress, PageMark, Profile, Settings
from trainer.progress.storage import parse_store

Facts = dict[str, Any]
LESSON, PAGE, REPORTS = "lesson/", "page/", "reports"


def said(item: PresentedItem, response: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
    """A response to an item, in tokens and texts: choices have no order, and what is blank is left out."""
    choices = {group.name for group in item.groups if isinstance(group, ChoiceGroup)}
    return {name: sorted(of) if name in choices else list(of) for name, of in response.items() if of}


def shown_of_attempt(flow: ExamFlow | PracticeFlow) -> Facts:
    """What the screen of an attempt says."""
    view, id = flow.view, flow.attempt
    place = view.position
    facts: Facts = {
        f"{id}/position": place,
        f"{id}/language": view.language,
        f"{id}/over": view.over,
        f"{id}/response/{place}": said(view.item, view.response),
        f"{id}/flag/{place}": view.flagged,
    }
    if isinstance(flow, PracticeFlow):
        return {
            **facts, f"{id}/answered/{place}": any(view.response.values()),
            f"{id}/confirmed/{place}": flow.view.confirmed, f"{id}/certainty/{place}": flow.view.certainty,
        }  # fmt: skip
    for number, cell in enumerate(flow.view.cells):
        facts |= {f"{id}/flag/{number}": cell.flagged, f"{id}/answered/{number}": cell.answered}
    return facts


def shown_of_lesson(view: LessonView) -> Facts:
    """What the screen of a lesson says: page, pages opened, checks right."""
    return {f"{LESSON}{view.module}/{view.lesson}": [view.page, view.opened, view.checks_right]}


def shown_of_person(profile: Profile, settings: Settings) -> Facts:
    """Who the learner is to the program."""
    return {"profile": asdict(profile), "settings": asdict(settings)}


def facts_of_home(home: Path) -> Facts:
    """What lies on the disk, read file by file without opening the store. Raises the problem of what is damaged."""
    facts: Facts = {}
    for folder in sorted((home / "data" / "learners").glob("[!.]*")):
        store = folder / "store.json"
        if not store.exists():
            continue
        tree = parse_store(store.read_bytes(), str(store))
        for row in tree.get("profile", {}).values():
            facts |= {"learner": folder.name, "profile": row, "settings": asdict(Settings())}
        for row in tree.get("settings", {}).values():
            facts["settings"] = row
        for row in tree.get("lessons", {}).values():
            facts |= _of_lesson(row)
        for row in tree.get("pages", {}).values():
            facts |= shown_of_page(PageMark(**row))
        facts[REPORTS] = shown_of_reports(folder)
        for path in sorted((folder / "attempts").glob("*.jsonl")):
            events = read_journal(path).events
            if events:
                state = replay(events)
                facts |= facts_of_attempt(load_paper(folder / "papers", state.paper), state)
    return facts


def shown_of_page(mark: PageMark) -> Facts:
    """What a learner left at a page."""
    return {f"{PAGE}{mark.module}/{mark.lesson}/{mark.page}": [mark.bookmarked, mark.note]}


def shown_of_reports(folder: Path) -> list[str]:
    """The mistakes a learner reported."""
    return [report.text for report in read_reports(folder)[0]]


def _of_lesson(row: dict[str, Any]) -> Facts:
    lesson = LessonProgress(**row)
    key = f"{LESSON}{lesson.module}/{lesson.lesson}"
    return {key: [lesson.page, len(set(lesson.opened)), len(set(lesson.checks))]}


def facts_of_attempt(paper: Paper, state: AttemptState) -> Facts:
    """Everything a journal and its paper say."""
    id = state.attempt
    facts: Facts = {f"{id}/position": state.position, f"{id}/language": state.language, f"{id}/over": state.over}
    if state.over:
        facts[f"{id}/points"] = str(mark_attempt(paper, state).points)
    for place in range(len(paper.items)):
        item = paper.item(place)
        tokens = item.tokens(id)
        response = item.to_chosen(state.responses.get(place, {}), tokens)
        facts |= {
            f"{id}/response/{place}": said(item.present(paper.items[place].order, tokens), response),
            f"{id}/flag/{place}": place in state.flagged,
            f"{id}/answered/{place}": state.answered(place),
            f"{id}/confirmed/{place}": place in state.confirmed,
            f"{id}/certainty/{place}": state.certainty.get(place),
        }
    return facts


def times_answered(folder: Path) -> dict[str, int]:
    """How often each item was answered in attempts that are over, by the journals of a learner's folder."""
    times: Counter[str] = Counter()
    for path in (folder / "attempts").glob("*.jsonl"):
        events = read_journal(path).events
        if events and (state := replay(events)).over:
            paper = load_paper(folder / "papers", state.paper)
            times.update(paper.items[place].id for place, response in state.counted.items() if any(response.values()))
    return dict(times)


def attempts_in(facts: Facts) -> set[str]:
    """The attempts there are."""
    return {key.removesuffix("/position") for key in facts if key.endswith("/position")}
