"""Imports go downwards only, and what is bound to one package stays there."""

from __future__ import annotations

import sys

import pytest

from tests.architecture.reading import TRAINER, Source, sources

#: Lowest first; packages on one level do not import each other.
LEVELS: tuple[tuple[str, ...], ...] = (
    ("kernel",),
    ("schema",),
    ("content", "items", "exercises"),
    ("banks",),
    ("assessment",),
    ("memory",),
    ("progress", "records", "i18n"),
    ("catalogue", "checking", "room"),
    ("printing",),
    ("flows",),
    ("cli", "plain", "tui"),
)
RANK = {package: level for level, packages in enumerate(LEVELS) for package in packages}

#: Opening the program is one of the things the command line does; it imports it when it does so.
MAY_OPEN = ("cli", "tui")

#: Third-party packages and the packages of ours that may import them.
BOUND = {
    "textual": {"tui"},
    "rich": {"tui", "cli"},
    "markdown_it": {"tui"},
    "tinydb": {"progress"},
    "filelock": {"progress"},
    "platformdirs": {"progress"},
    "babel": {"i18n"},
    "hatchling": {"i18n"},
    "sqlite3": {"catalogue"},
    "yaml": {"content"},
    "yaml_rs": {"content"},
    "pydantic": {"schema", "content", "items", "banks", "catalogue", "checking"},
    "pydantic_core": {"schema", "content", "items", "banks", "catalogue", "checking"},
}


def ours(module: str) -> str | None:
    """The package of ``trainer`` a module belongs to; None for others, "" for the top itself."""
    first, _, rest = module.partition(".")
    return rest.partition(".")[0] if first == "trainer" else None


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.name)
def test_imports_go_downwards(source: Source) -> None:
    for module, line, _ in source.imports():
        target = ours(module)
        if target and source.package and target != source.package and (source.package, target) != MAY_OPEN:
            assert RANK[target] < RANK[source.package], f"{source.path}:{line} imports {module}"


def test_the_command_line_imports_the_program_only_to_open_it() -> None:
    for source in sources():
        for module, line, at_once in source.imports():
            if source.package == "cli" and ours(module) == "tui":
                assert not at_once, f"{source.path}:{line}"


def test_every_package_has_its_level() -> None:
    assert {path.name for path in TRAINER.iterdir() if (path / "__init__.py").exists()} <= set(RANK)


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.name)
def test_what_is_bound_to_a_package_stays_there(source: Source) -> None:
    known = set(sys.stdlib_module_names) - {"sqlite3"}
    for module, line, _ in source.imports():
        first = module.partition(".")[0]
        if first not in known and first != "trainer":
            assert source.package in BOUND[first], f"{source.path}:{line} imports {module}"


def test_the_kernel_stands_on_the_standard_library_alone() -> None:
    for source in sources():
        if source.package == "kernel":
            for module, line, _ in source.imports():
                first = module.partition(".")[0]
                fine = first in sys.stdlib_module_names or ours(module) == "kernel"
                assert fine, f"{source.path}:{line} imports {module}"


#: What reads a clock or draws from a global generator.
FORBIDDEN_MODULES = {"random", "secrets", "uuid", "time"}
FORBIDDEN_CALLS = (".now", ".utcnow", ".today", "time.time", ".monotonic", ".perf_counter", "os.urandom", "os.times")


def below_flows() -> list[Source]:
    return [s for s in sources() if s.package and RANK[s.package] < RANK["flows"] and s.name != "trainer.kernel.clock"]


@pytest.mark.parametrize("source", below_flows(), ids=lambda source: source.name)
def test_below_the_flows_nothing_reads_a_clock_or_a_global_generator(source: Source) -> None:
    for module, line, _ in source.imports():
        assert module.partition(".")[0] not in FORBIDDEN_MODULES, f"{source.path}:{line} imports {module}"
    for call, line in source.calls():
        assert not call.endswith(FORBIDDEN_CALLS), f"{source.path}:{line} calls {call}"


@pytest.mark.parametrize(
    "source", [s for s in sources() if s.package and RANK[s.package] < RANK["cli"]], ids=lambda source: source.name
)
def test_below_the_front_ends_nothing_prints_or_translates(source: Source) -> None:
    if source.name == "trainer.i18n.update":
        return  # a program of its own: ``python -m trainer.i18n.update``
    for call, line in source.calls():
        assert call not in ("print", "input", "_", "gettext"), f"{source.path}:{line} calls {call}"
        assert not call.startswith(("sys.stdout", "sys.stderr")), f"{source.path}:{line} calls {call}"
