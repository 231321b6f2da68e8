"""Asking for a passphrase: on a terminal without showing it, or from a file or standard input that an option names.

It is never an argument: those stand in the list of processes and in the shell's history.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from trainer.cli.context import Context
from trainer.kernel.problems import N_, InputUnreadable, Refused, UsageProblem

#: Longer than anybody types.
_LONGEST = 4096


def add_passphrase(parser: argparse.ArgumentParser, what: str = "the key's passphrase") -> None:
    """The option of every verb that opens a key."""
    parser.add_argument(
        "--passphrase-file", metavar="FILE", help=f"read {what} from the first line of FILE; - is standard input"
    )


def passphrase_of(options: argparse.Namespace, context: Context) -> str:
    """The passphrase of a key that is there. :class:`UsageProblem` where nobody can be asked."""
    return _from_file(options.passphrase_file) or _asked(context._("Passphrase of the issuer's key:"))


def new_passphrase(options: argparse.Namespace, context: Context) -> str:
    """A passphrase for a new key, asked for twice. :class:`Refused` when the two differ."""
    if found := _from_file(options.passphrase_file):
        return found
    first = _asked(context._("A passphrase for the issuer's key, 12 characters or more:"))
    if first != _asked(context._("The same once more:")):
        raise Refused(N_("The two passphrases differ; nothing was written."))
    return first


def _from_file(name: str | None) -> str:
    if name is None:
        return ""
    try:
        line = sys.stdin.readline(_LONGEST) if name == "-" else _first_line(Path(name))
    except (OSError, UnicodeError) as error:
        why = getattr(error, "strerror", None) or "UTF-8"
        raise InputUnreadable(N_("{file} cannot be read: {why}."), file=name, why=why) from None
    found = line.rstrip("\r\n")
    if not found:
        raise UsageProblem(N_("There is no passphrase in the first line of {file}."), file=name)
    return found


def _first_line(path: Path) -> str:
    with path.open(encoding="utf-8") as file:
        return file.readline(_LONGEST)


def _asked(prompt: str) -> str:
    if not sys.stdin.isatty():
        raise UsageProblem(
            N_("A passphrase is asked for on a terminal. Elsewhere say --passphrase-file FILE (- is standard input).")
        )
    from getpass import getpass

    try:
        return getpass(f"{prompt} ", stream=sys.stderr)
    except EOFError:
        return ""
