"""What a PDF from outside may be before anything is made of it. Ours have one page and about 60 kB."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any

from trainer.kernel.problems import N_, InputUnreadable, Problem

if TYPE_CHECKING:
    from pypdf import PdfReader

LARGEST_BYTES = 4_000_000
MOST_PAGES = 100
#: The most that one stream, and all of them together, may unpack to.
LARGEST_STREAM, ALL_STREAMS = 4_000_000, 16_000_000
MOST_OBJECTS = 2_000
DEEPEST = 40


class PdfUnreadable(InputUnreadable):
    """The file is no PDF, damaged, locked, or larger than any document of ours (exit 3)."""


@contextmanager
def opened(data: bytes) -> Iterator[PdfReader]:
    """A reader on ``data`` that keeps the limits; whatever a broken or hostile file makes it raise is one refusal."""
    if len(data) > LARGEST_BYTES:
        raise PdfUnreadable(N_("The PDF is larger than {most} MB; none of ours is."), most=LARGEST_BYTES // 1_000_000)
    if not data.startswith(b"%PDF-"):
        raise PdfUnreadable(N_("The file is no PDF."))
    from pypdf import PdfReader, apply_configuration
    from pypdf.errors import LimitReachedError

    try:
        with _silent(), apply_configuration(**_configuration()):
            reader = PdfReader(
                BytesIO(data), strict=True, root_object_recovery_limit=0, xref_stream_maximum_entries=MOST_OBJECTS
            )
            _refuse_locked(reader)
            yield reader
    except Problem:
        raise
    except LimitReachedError as error:
        raise PdfUnreadable(N_("The PDF holds more than any document of ours; it is not read.")) from error
    except Exception as error:
        raise PdfUnreadable(N_("The PDF is damaged or incomplete and cannot be read.")) from error


@contextmanager
def _silent() -> Iterator[None]:
    """pypdf tells of oddities through logging, which would reach standard error; what matters is a finding."""
    import logging

    logger = logging.getLogger("pypdf")
    before, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = before


def _refuse_locked(reader: PdfReader) -> None:
    from pypdf.errors import LimitReachedError

    if reader.is_encrypted:
        raise PdfUnreadable(N_("The PDF is locked with a password; a record’s PDF never is."))
    if len(reader.xref.get(0, {})) + len(reader.xref_objStm) > MOST_OBJECTS:
        raise LimitReachedError("objects")
    if len(reader.pages) > MOST_PAGES:
        raise LimitReachedError("pages")


def _configuration() -> dict[str, Any]:
    """pypdf's own limits, set to what ours need; no other program is ever started."""
    return {
        "maximum_declared_stream_length": LARGEST_BYTES,
        "array_based_stream_maximum_output_length": LARGEST_STREAM,
        "array_maximum_element_count": 20_000,
        "dictionary_maximum_element_count": 2_000,
        "lzw_maximum_output_length": LARGEST_STREAM,
        "run_length_maximum_output_length": LARGEST_STREAM,
        "zlib_maximum_output_length": LARGEST_STREAM,
        "zlib_maximum_recovery_input_length": 0,
        "brotli_maximum_output_length": LARGEST_STREAM,
        "stream_filters_maximum_length": 2,
        "stream_decoding_work_maximum_length": ALL_STREAMS,
        "stream_parsing_work_maximum_count": 200_000,
        "page_tree_maximum_entries": MOST_PAGES * 2,
        "page_tree_maximum_depth": 4,
        "page_tree_maximum_page_entries": 1_000,
        "xform_maximum_invocations_per_extraction": 10,
        "jbig2dec_binary": None,
        "disable_legacy_handling": True,
    }
