"""Papers of exercises read with what is known of them: always what reading them whole gives."""

from __future__ import annotations

import json

import pytest

from trainer.assessment import bodies
from trainer.assessment.bodies import Bodies
from trainer.kernel.canonical import canonical_json

LONG = json.dumps({"id": "sample", "text": "È «così», disse.\n" * 200}, ensure_ascii=False)


def paper(**more: object) -> bytes:
    return canonical_json({"as_of": "2026-01-01", "exercise": LONG, "seed": "1", **more})


def test_a_known_exercise_is_not_decoded_again(monkeypatch: pytest.MonkeyPatch) -> None:
    read = Bodies()
    first = read.load(paper())
    lengths: list[int] = []
    loads = json.loads

    def watched(raw: bytes, **how: object) -> object:
        lengths.append(len(raw))
        return loads(raw, **how)  # type: ignore[arg-type] # handed on

    monkeypatch.setattr(bodies.json, "loads", watched)
    again = read.load(paper(seed="2"))
    assert again == {**first, "seed": "2"} and again["exercise"] is first["exercise"]
    assert lengths and max(lengths) < 100


@pytest.mark.parametrize(
    "raw",
    [
        paper(other={"exercise": LONG}),
        paper(exercise={"exercise": LONG}),
        paper(exercise=LONG + " "),
        paper(exercise=LONG[:-1]),
        paper(exercise=None),
        paper(as_of='"exercise":' + LONG),
        paper(as_of=LONG),
        paper().replace(b'"1"', b"NaN"),
        paper().replace(b'"1"', b"Infinity"),
        b'{"exercise":' + canonical_json(LONG) + b',"exercise":' + canonical_json(LONG) + b"}",
        b'{"exercise" : ' + canonical_json(LONG) + b"}",
        canonical_json({"items": []}),
        canonical_json([LONG]),
        b"null",
    ],
    ids=range(14),
)
def test_it_reads_what_reading_it_whole_gives(raw: bytes) -> None:
    read = Bodies()
    read.load(paper())
    assert repr(read.load(raw)) == repr(json.loads(raw))
    assert repr(Bodies().load(raw)) == repr(json.loads(raw))


@pytest.mark.parametrize("raw", [b"", b"{", paper()[:-1], paper() + b"}", b'"exercise":' + canonical_json(LONG)])
def test_what_is_no_json_is_refused(raw: bytes) -> None:
    read = Bodies()
    read.load(paper())
    with pytest.raises(ValueError):
        read.load(raw)


def test_only_the_last_few_are_kept() -> None:
    read = Bodies(limit=2)
    exercises = [LONG + " " * number for number in range(4)]
    made = [read.load(paper(exercise=one))["exercise"] for one in exercises]
    kept = [read.load(paper(exercise=one))["exercise"] is old for one, old in zip(exercises, made, strict=True)]
    assert made == exercises and kept[2:] == [False, False] and kept[:2] == [False, False]
    last = read.load(paper(exercise=exercises[3]))["exercise"]
    assert read.load(paper(exercise=exercises[3]))["exercise"] is last
