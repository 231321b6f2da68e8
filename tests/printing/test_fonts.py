"""What can be written, and the refusal of what cannot."""

from __future__ import annotations

import pytest

from tests.printing.records import NAMES, record
from trainer.printing.fonts import GlyphsMissing, lacking, refuse_lacking
from trainer.printing.record_pdf import render_record

EUROPE = (
    "Đorđević Şükran-Nguyễn Thị Hằng",
    "Łukasz Żółć, Ștefan Țîță, Kőrösi Győző, Þórður Ægisson, Ħal Għargħur, Ģirts Ķēniņš, Ŵyn",
    "ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ ƠƯĐ",
    "Γιάννης Παπαδόπουλος Ϊ ΰ ΆΈΉΊΌΎΏ",
    "Ёлка Їжакевич Ґалаґан Ђорђе Љиљана Њ Ћ Џ Ќирил Ѓорѓи Қазақ",
    "«»“”‘’–—…•·€°½× №",
)


@pytest.mark.parametrize("text", [*EUROPE, *NAMES])
def test_european_names_can_be_written(text: str) -> None:
    assert lacking(text) == ()


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("王小明 Rossi", ("王", "小", "明")),
        ("محمد", tuple("محد")),
        ("דוד", tuple("דו")),
        ("Ọ́lá", ("\u0301",)),
        ("Ada ✓", ("✓",)),
        ("tab\there", ("\t",)),
    ],
)
def test_what_would_be_a_box_or_badly_shaped_is_named(text: str, signs: tuple[str, ...]) -> None:
    assert lacking(text) == signs


def test_the_refusal_names_text_and_characters() -> None:
    with pytest.raises(GlyphsMissing) as refused:
        refuse_lacking(["Maria", "王小明 Rossi"])
    assert "«王小明 Rossi»" in str(refused.value)
    assert "王 (U+738B), 小 (U+5C0F)" in str(refused.value)


def test_a_record_with_such_a_name_is_refused_whole() -> None:
    with pytest.raises(GlyphsMissing):
        render_record(record(name="王小明"), b"{}")
