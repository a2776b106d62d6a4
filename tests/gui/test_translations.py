"""Every text of the program has its Chinese, and the committed files hold it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from gui.language import Language
from gui.translations.collecting import Found, collect, collect_source
from gui.translations.ts_file import Translations, read_ts, ts_text
from gui.translations.update import FOLDER, ROOT, compile_qm, merged, mistaken, untranslated

TS, QM = FOLDER / "zh_CN.ts", FOLDER / "zh_CN.qm"
HINT = "run `make translations`, write what it names into zh_CN.ts and run it again"


@pytest.fixture(scope="module")
def found() -> Found:
    return collect(ROOT)


@pytest.fixture(scope="module")
def committed() -> Translations:
    return read_ts(TS)


# --- the committed files -----------------------------------------------------------------


def test_every_text_can_be_translated(found: Found) -> None:
    assert found.faults == []


def test_every_text_is_translated(found: Found, committed: Translations) -> None:
    assert untranslated(merged(found.texts, committed)) == [], HINT


def test_ts_is_up_to_date(found: Found, committed: Translations) -> None:
    wanted = ts_text(merged(found.texts, committed), "zh_CN")
    assert TS.read_text(encoding="utf-8") == wanted, HINT


def test_qm_is_up_to_date() -> None:
    assert QM.read_bytes() == compile_qm(TS.read_text(encoding="utf-8")), HINT


def test_qm_gives_every_translation(committed: Translations) -> None:
    translator = QTranslator()
    assert translator.load(str(QM))
    different = [key for key, chinese in committed.items() if translator.translate(*key) != chinese]
    assert different == []


def test_placeholders_are_the_same(committed: Translations) -> None:
    assert mistaken(committed) == []


def test_mnemonics_and_shortcuts_are_kept(committed: Translations) -> None:
    lost = []
    for key, chinese in committed.items():
        for mark in re.findall(r"&\w|Ctrl\+\S", key[1]):
            wanted = f"({mark.upper()})" if mark.startswith("&") else mark[:6]
            if wanted not in chinese:
                lost.append((key, wanted))
    assert lost == []


def test_sentences_end_as_in_chinese(committed: Translations) -> None:
    ends = [
        (key, chinese)
        for key, chinese in committed.items()
        if key[1].endswith(".") != chinese.endswith("。")
        or key[1].endswith("…") != chinese.endswith("…")
    ]
    assert ends == []


def test_bundled_font_has_every_chinese_character(committed: Translations) -> None:
    (path,) = (ROOT / "core" / "fonts").glob("*.otf")
    with TTFont(path, lazy=True) as font:
        known = font.getBestCmap()
    letters = {letter for chinese in committed.values() for letter in chinese}
    assert (
        sorted(letter for letter in letters if letter >= "\u3000" and ord(letter) not in known)
        == []
    )


# --- in a window ---------------------------------------------------------------------------


class Banner(QWidget):
    """Bears the name of a class of the window, under which its texts are looked up."""

    def word(self) -> str:
        return self.tr("Dismiss the message")


class SpecialBanner(Banner):
    """A class that inherits its texts."""


def test_window_speaks_chinese_and_english_again(qapp: QApplication) -> None:
    language = Language(qapp)
    try:
        language.install("zh_CN")
        assert Banner().word() == SpecialBanner().word() == "关闭此消息"
        assert QCoreApplication.translate("core", "Error goal") == "误差目标"
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    finally:
        language.install("en")
    assert Banner().word() == "Dismiss the message"


# --- what is found ---------------------------------------------------------------------------


def window_texts(source: str) -> list[tuple[str, str]]:
    found = collect_source(source, in_window=True)
    assert found.faults == []
    return list(found.texts)


def core_texts(source: str) -> list[tuple[str, str]]:
    found = collect_source(source, in_window=False)
    assert found.faults == []
    return list(found.texts)


def test_tr_has_the_context_of_its_class() -> None:
    source = 'class Page:\n  def f(self):\n    return lambda: self.tr("one " "two").format(a=1)'
    assert window_texts(source) == [("Page", "one two")]


def test_translate_names_its_context() -> None:
    assert window_texts('QCoreApplication.translate("here", "one")') == [("here", "one")]
    assert window_texts('translate("here", "one")') == [("here", "one")]


def test_helper_fixes_the_context() -> None:
    source = 'def _t(text):\n  return QCoreApplication.translate("here", text)\n_t("one")'
    assert window_texts(source) == [("here", "one")]


def test_painter_translates_no_text() -> None:
    assert window_texts("painter.translate(1, 2)") == []


@pytest.mark.parametrize("call", ["message", "Message", "InputError", "messages.message"])
def test_sentences_of_core(call: str) -> None:
    assert core_texts(f'{call}("one {{n}}", n=1)') == [("core", "one {n}")]


def test_declared_field() -> None:
    source = 'setting("Label", "Help.", unit="epochs", choices={"a": "One"}, only_when={"b": "c"})'
    texts = ["Label", "Help.", "epochs", "One"]
    assert core_texts(source) == [("core", text) for text in texts]


def test_text_of_placeholders_alone_needs_no_translation() -> None:
    assert core_texts('message("{text}", text=text)') == []


def test_remade_message_is_no_new_text() -> None:
    assert core_texts("Message(said.template, values)\nMessage(**values)") == []


@pytest.mark.parametrize(
    "call",
    [
        'self.tr(f"{n} rows")',
        "self.tr(word)",
        'self.tr("one" if n else "two")',
        'self.tr("one {n}".format(n=1))',
        'QCoreApplication.translate("here", f"{n}")',
        'QCoreApplication.translate(where, "one")',
        'other.tr("one")',
        'message(f"{n}")',
    ],
)
def test_what_cannot_be_translated_is_a_fault(call: str) -> None:
    source = f"class Page:\n  def f(self):\n    return {call}"
    assert len(collect_source(source, in_window=True).faults) == 1


@pytest.mark.parametrize("call", ['InputError(f"{n}")', 'message("a" + b)', "setting(word, word)"])
def test_what_cannot_be_translated_is_a_fault_in_core(call: str) -> None:
    assert collect_source(call, in_window=False).faults


# --- bringing up to date -----------------------------------------------------------------------


def test_vanished_text_goes_and_new_text_waits() -> None:
    after = merged([("a", "kept"), ("a", "new")], {("a", "kept"): "留", ("a", "gone"): "去"})
    assert after == {("a", "kept"): "留", ("a", "new"): ""}
    assert untranslated(after) == [("a", "new")]


def test_text_that_moved_keeps_its_translation() -> None:
    assert merged([("b", "one")], {("a", "one"): "一"}) == {("b", "one"): "一"}


def test_text_with_two_translations_waits_for_a_third() -> None:
    before = {("a", "None"): "无", ("b", "None"): "不变换"}
    assert merged([("c", "None")], before) == {("c", "None"): ""}


def test_other_placeholders_are_mistaken() -> None:
    texts = {("a", "{n} rows"): "{m} 行", ("a", "{n} of {k}"): "{k} 中有 {n} 个", ("a", "x"): "{"}
    assert mistaken(texts) == [("a", "x"), ("a", "{n} rows")]


def test_file_survives_a_round_trip(tmp_path: Path) -> None:
    texts = {("a", 'x < 1 & "y" …'): "x < 1 & “y” …", ("b", "two\nlines"): ""}
    path = tmp_path / "x.ts"
    path.write_text(ts_text(texts, "zh_CN"), encoding="utf-8")
    assert read_ts(path) == texts
    assert 'type="unfinished"' in path.read_text(encoding="utf-8")
