"""Imports go downwards only, and what is bound to one package stays there."""

from __future__ import annotations

import sys

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
    "fsrs": {"memory"},
    "tinydb": {"progress"},
    "filelock": {"progress"},
    "platformdirs": {"progress"},
    "babel": {"i18n"},
    "hatchling": {"i18n"},
    "sqlite3": {"catalogue"},
    "reportlab": {"printing"},
    "pypdf": {"printing"},
    "segno": {"printing"},
    "font_roboto": {"printing"},
    "cryptography": {"records"},
    "pyld": {"records"},
    "rfc8785": {"records"},
    "yaml": {"content"},
    "yaml_rs": {"content"},
    "pydantic": {"schema", "content", "items", "exercises", "banks", "catalogue", "checking"},
    "pydantic_core": {"schema", "content", "items", "exercises", "banks", "catalogue", "checking"},
}


def ours(module: str) -> str | None:
    """The package of ``trainer`` a module belongs to; None for others, "" for the top itself."""
    first, _, rest = module.partition(".")
    return rest.partition(".")[0] if first == "trainer" else None


def test_imports_go_downwards() -> None:
    wrong = []
    for source in sources():
        for module, line, _ in source.imports():
            target = ours(module)
            if target and source.package and target != source.package and (source.package, target) != MAY_OPEN:
                wrong += [f"{source.path}:{line} imports {module}"] * (RANK[target] >= RANK[source.package])
    assert wrong == []


def test_the_command_line_imports_the_program_only_to_open_it() -> None:
    assert [
        f"{source.path}:{line}"
        for source in sources()
        for module, line, at_once in source.imports()
        if source.package == "cli" and ours(module) == "tui" and at_once
    ] == []


def test_every_package_has_its_level() -> None:
    assert {path.name for path in TRAINER.iterdir() if (path / "__init__.py").exists()} <= set(RANK)


def test_what_is_bound_to_a_package_stays_there() -> None:
    known = set(sys.stdlib_module_names) - {"sqlite3"} | {"trainer"}
    assert [
        f"{source.path}:{line} imports {module}"
        for source in sources()
        for module, line, _ in source.imports()
        if (first := module.partition(".")[0]) not in known and source.package not in BOUND.get(first, set())
    ] == []


def test_the_kernel_stands_on_the_standard_library_alone() -> None:
    assert [
        f"{source.path}:{line} imports {module}"
        for source in sources()
        for module, line, _ in source.imports()
        if source.package == "kernel"
        and module.partition(".")[0] not in sys.stdlib_module_names
        and ours(module) != "kernel"
    ] == []


#: What reads a clock or draws from a global generator.
FORBIDDEN_MODULES = {"random", "secrets", "uuid", "time"}
FORBIDDEN_CALLS = (".now", ".utcnow", ".today", "time.time", ".monotonic", ".perf_counter", "os.urandom", "os.times")


def below(package: str) -> list[Source]:
    """What lies on lower levels."""
    return [source for source in sources() if source.package and RANK[source.package] < RANK[package]]


def test_below_the_flows_nothing_reads_a_clock_or_a_global_generator() -> None:
    free = [source for source in below("flows") if source.name != "trainer.kernel.clock"]
    assert [
        f"{source.path}:{line} imports {module}"
        for source in free
        for module, line, _ in source.imports()
        if module.partition(".")[0] in FORBIDDEN_MODULES
    ] == []
    assert [
        f"{source.path}:{line} calls {call}"
        for source in free
        for call, line in source.calls()
        if call.endswith(FORBIDDEN_CALLS)
    ] == []


def test_below_the_front_ends_nothing_prints_or_translates() -> None:
    # The update of message catalogues is a program of its own: ``python -m trainer.i18n.update``.
    assert [
        f"{source.path}:{line} calls {call}"
        for source in below("cli")
        for call, line in source.calls()
        if source.name != "trainer.i18n.update"
        if call in ("print", "input", "_", "gettext") or call.startswith(("sys.stdout", "sys.stderr"))
    ] == []
