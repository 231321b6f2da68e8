"""Several content folders in one catalogue: their maps together, one file in the cache, the first one named counts."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.fixtures import DEMO, TINY, copy_tiny
from trainer.catalogue.current import cache_file
from trainer.catalogue.index import is_current, open_or_build


def test_all_folders_are_in_it(tmp_path: Path) -> None:
    with_both = open_or_build([TINY, DEMO], tmp_path)
    alone = open_or_build([TINY], tmp_path / "alone")
    assert with_both.flaws == alone.flaws == []
    assert [row.id for row in with_both.qualifications()] == [*(row.id for row in alone.qualifications()), "dem"]
    assert with_both.units("tin") == alone.units("tin")
    assert [row.slug for row in with_both.modules()][-2:] == ["demo-intake", "demo-return"]
    assert with_both.release == alone.release and with_both.digest != alone.digest
    unit = with_both.unit("dem.u1")
    assert unit is not None and (unit.readiness, unit.modules) == ("certifiable", ("demo-intake", "demo-return"))


def test_one_file_serves_whatever_is_added(tmp_path: Path) -> None:
    assert cache_file([TINY, DEMO], tmp_path) == cache_file([TINY], tmp_path) != cache_file([DEMO], tmp_path)
    open_or_build([TINY, DEMO], tmp_path).close()
    assert is_current([TINY, DEMO], tmp_path) and not is_current([TINY], tmp_path)
    open_or_build([TINY], tmp_path).close()
    assert is_current([TINY], tmp_path) and not is_current([TINY, DEMO], tmp_path)


def test_what_is_compiled_step_by_step_is_what_is_compiled_at_once(tmp_path: Path) -> None:
    other = Path(shutil.copytree(DEMO, tmp_path / "other"))
    for file in other.rglob("*.yaml"):
        file.write_text(file.read_text("utf-8").replace("dem", "oth").replace("DEM-", "OTH-"), "utf-8")
    for file in sorted(other.rglob("demo-*"), reverse=True):
        file.rename(file.with_name(file.name.replace("demo-", "otho-")))
    for roots in ([TINY, DEMO], [TINY, DEMO, other], [TINY, other], [TINY, other, DEMO], [TINY, DEMO]):
        step = open_or_build(roots, tmp_path / "steps")
        fresh = open_or_build(roots, tmp_path / "-".join(root.name for root in roots))
        assert step.flaws == fresh.flaws == []
        assert step.digest == fresh.digest
        assert step.qualifications() == fresh.qualifications() and step.modules() == fresh.modules()
        for module in fresh.modules():
            assert step.lessons(module.slug) == fresh.lessons(module.slug)
            assert step.glossary(module.slug) == fresh.glossary(module.slug)
        slugs = [module.slug for module in fresh.modules()]
        everything = (slugs, ("none", "EU", "IT", "CH"))
        assert [row.id for row in step.pool(*everything)] == [row.id for row in fresh.pool(*everything)]
        for words in ("cartellino", "finestra", "buongiorno"):
            found, due = (
                sorted((hit.kind, hit.module, hit.place) for hit in one.search(words, "it")) for one in (step, fresh)
            )
            assert found == due
        step.close()
        fresh.close()


def test_where_two_folders_speak_of_one_thing_the_first_counts(tmp_path: Path) -> None:
    copy = copy_tiny(tmp_path)
    catalogue = open_or_build([TINY, copy], tmp_path / "cache")
    assert catalogue.modules() == open_or_build([TINY], tmp_path / "alone").modules()
    assert {flaw.values["id"] for flaw in catalogue.flaws} >= {"tin", "greeting", "EU-1", "privacy-remember-7"}
