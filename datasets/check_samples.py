"""Samples of a laboratory's own control among those of a survey: standards, blanks, duplicates."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from datasets.columns import CheckKind, CheckSample
from datasets.decisions import Decided
from datasets.ends import is_summary
from datasets.layout import Layout
from datasets.messages import InputError, Message, message
from datasets.naming import is_sample_name
from datasets.recipe import CheckRule

_TYPE = re.compile(
    r".*(?:sam(?:ple|p)?|qa?[ /_]?qc|check|control)[ _.-]*(?:type|class|category|kind|code)|type|"
    r"qc|qa[ /_]?qc|样品类[型别]|样品性质|类型|类别|质控.*|备注",
    re.IGNORECASE,
)
_STANDARDS = (
    r"STDS?|STANDARDS?|CRM|SRM|REFERENCE(?: MATERIAL)?|OREAS[ _-]?\d+\w*|"
    r"GBW[ (-]*E?[ )-]*\d{4,}\w?|GS[SDR][-_ ]?\d{1,2}\w?|GAu[-_ ]?\d+\w?|"
    r"CDN[-_ ][A-Z]{1,3}[-_ ]\w+|AMIS[ -]?\d{3,}|NIST[ -]?\d{3,}\w?|BHVO-?\d\w?|AGV-?\d|BCR-?\d|"
    r"TILL-\d|LKSD-\d|STSD-\d|NCS ?DC ?\d+|GXR-\d|MEAS|CERT"
)
_BLANKS = r"BLKS?|BLANKS?"
_DUPLICATES = r"DUPL?S?|DUPLICATES?|REPS?|RPT|REPEATS?|REPLICATES?"
_CHINESE: dict[CheckKind, str] = {
    "standard": r"标样|标准样|标准物质|国家标准|监控样|管理样",
    "blank": r"空白",
    "duplicate": r"重复|平行样|密码样|检查样|重分析|复样",
}
_WORDS: dict[CheckKind, str] = {
    "standard": _STANDARDS,
    "blank": _BLANKS,
    "duplicate": _DUPLICATES,
}
# a word of a sample number, a counter behind it: STD-3, S001 DUP, BLK2
_IN_NUMBER = {
    kind: re.compile(
        rf"(?:^|[^A-Za-z0-9])(?:{words})[-_ #]?\d{{0,4}}(?:$|[^A-Za-z0-9])|{_CHINESE[kind]}", re.I
    )
    for kind, words in _WORDS.items()
}
_MATERIAL = r"(?:field|lab(?:oratory)?|pulp|coarse|prep|method|analytical|crush|quarter)?[ _-]*"
_SHORT: dict[CheckKind, str] = {"standard": "RM|QC|S", "blank": "BL|B", "duplicate": "FD|LD|CD|PD"}
_AS_TYPE = {
    kind: re.compile(rf"{_MATERIAL}(?:{words}|{_SHORT[kind]})|.*(?:{_CHINESE[kind]}).*", re.I)
    for kind, words in _WORDS.items()
}
# what at least one of the words holds, for a quick look at a long column
_QUICK = (
    r"(?i)st(d|andard)|[cs]rm|refer|oreas|gbw|gs[sdr]|gau|cdn|amis|nist|bhvo|agv|bcr|till|lksd|"
    r"stsd|ncs|gxr|meas|cert|标|监控|管理|bla?n?k|空白|dup|rep|rpt|重复|平行|密码|检查|重分析|复样"
)
# what so many rows are called is how a survey names its samples
_MOST, _MOST_MIXED = 0.3, 0.8
_MOST_TYPES = 1_000
_LISTED = 5


def checked(
    layout: Layout, rule: CheckRule, decided: Decided
) -> tuple[Layout, tuple[CheckSample, ...]]:
    """Find the check samples of a sheet, and leave them out where that was chosen.

    Parameters
    ----------
    rule
        "keep" or "" leaves them in, "standards" leaves standards and blanks out, "all" all.

    Returns
    -------
    layout
        Without those left out.
    checks
        All that were found, those left out with row 0.

    Raises
    ------
    InputError
        When nothing else would be left.
    """
    kinds = find_checks(layout, sure=rule not in ("", "keep"))
    if not kinds:
        if rule:
            decided.note("checks", rule, message("Chosen."))
        return layout, ()
    out = _left_out(kinds, rule)
    _tell(kinds, rule, decided)
    kept = np.ones(len(layout.lines), dtype=np.bool_)
    kept[out] = False
    if not kept.any():
        raise InputError(
            "All rows of the table are named as check samples; leave them in to read it."
        )
    rows = np.where(kept, np.cumsum(kept), 0)
    checks = tuple(
        CheckSample(int(rows[row]), int(layout.lines[row]), name, kind)
        for row, (kind, name) in sorted(kinds.items())
    )
    return (_without(layout, kept) if out else layout), checks


def _without(layout: Layout, kept: NDArray[np.bool_]) -> Layout:
    mask = pa.array(kept)
    columns = [column.filter(mask) for column in layout.columns]
    return replace(layout, columns=columns, lines=layout.lines[kept])


def find_checks(layout: Layout, *, sure: bool) -> dict[int, tuple[CheckKind, str]]:
    """Return the rows of check samples → kind and what names it so.

    Parameters
    ----------
    sure
        Whether a person knows that there are some, however many rows are called so.
    """
    texts = {
        head.name: column
        for head, column in zip(layout.heads, layout.columns, strict=True)
        if pa.types.is_string(column.type)
    }
    kind_name = next((name for name in texts if _TYPE.fullmatch(name.strip())), "")
    id_name = next((name for name in texts if is_sample_name(name) and name != kind_name), "")
    if not id_name and layout.heads[0].name in texts and layout.heads[0].name != kind_name:
        id_name = layout.heads[0].name
    found: dict[int, tuple[CheckKind, str]] = {}
    if id_name:
        hits = _of_numbers(texts[id_name])
        if sure or not _names_all(hits, len(layout.lines)):
            found = hits
    typed = _of_types(texts[kind_name]) if kind_name else {}
    return found | (_named(typed, texts[id_name]) if id_name else typed)


def _names_all(hits: dict[int, tuple[CheckKind, str]], rows: int) -> bool:
    """Whether a word is how a survey names its samples: on many rows, and no other one is."""
    kinds = {kind for kind, _ in hits.values()}
    return len(hits) > (_MOST if len(kinds) == 1 else _MOST_MIXED) * rows


def _named(
    typed: dict[int, tuple[CheckKind, str]], names: pa.ChunkedArray
) -> dict[int, tuple[CheckKind, str]]:
    """Call what its type tells to be a check by the number of the sample."""
    rows = list(typed)
    texts = names.take(pa.array(rows, type=pa.int64())).to_pylist()
    return {
        row: (typed[row][0], text.strip() or typed[row][1])
        for row, text in zip(rows, texts, strict=True)
    }


def _of_types(column: pa.ChunkedArray) -> dict[int, tuple[CheckKind, str]]:
    encoded = column.combine_chunks().dictionary_encode()
    words = [str(word) for word in encoded.dictionary.to_pylist()]
    if len(words) > _MOST_TYPES:
        return {}
    # S, B and FD alone are types of many things: a word must tell that checks are meant
    telling = any(len(word.strip()) > 1 + word.isascii() and _type_of(word) for word in words)
    kinds = {k: kind for k, word in enumerate(words) if telling and (kind := _type_of(word))}
    codes = encoded.indices.fill_null(-1).to_numpy(zero_copy_only=False)
    rows = np.flatnonzero(np.isin(codes, list(kinds)))
    return {int(row): (kinds[int(codes[row])], words[int(codes[row])].strip()) for row in rows}


def _type_of(word: str) -> CheckKind | None:
    return next((kind for kind, words in _AS_TYPE.items() if words.fullmatch(word.strip())), None)


def _of_numbers(column: pa.ChunkedArray) -> dict[int, tuple[CheckKind, str]]:
    hit = pc.fill_null(pc.match_substring_regex(column, _QUICK), False)
    likely = np.flatnonzero(np.asarray(hit.to_numpy(), dtype=np.bool_))
    found = {}
    for row, text in zip(likely.tolist(), column.take(pa.array(likely)).to_pylist(), strict=True):
        kind = next((kind for kind, words in _IN_NUMBER.items() if words.search(text)), None)
        # "Std Dev" is no standard
        if kind is not None and (_AS_TYPE[kind].fullmatch(text.strip()) or not is_summary(text)):
            found[row] = (kind, text.strip())
    return found


def _left_out(kinds: dict[int, tuple[CheckKind, str]], rule: CheckRule) -> list[int]:
    if rule not in ("standards", "all"):
        return []
    return [row for row, (kind, _) in kinds.items() if rule == "all" or kind != "duplicate"]


def _tell(kinds: dict[int, tuple[CheckKind, str]], rule: CheckRule, decided: Decided) -> None:
    counts = Counter(kind for kind, _ in kinds.values())
    decided.note(
        "checks",
        rule or "keep",
        message("Chosen.") if rule else _reason(counts),
        sure=bool(rule) or counts["standard"] + counts["blank"] == 0,
    )
    names = list(dict.fromkeys(name for _, name in kinds.values()))
    listed = ", ".join(names[:_LISTED]) + ("…" if len(names) > _LISTED else "")
    values = {kind: counts[kind] for kind in ("standard", "blank", "duplicate")}
    if rule in ("standards", "all"):
        gone = len(_left_out(kinds, rule))
        said = message(
            "Check samples left out: {gone} ({names}); found: standards {standard}, blanks "
            "{blank}, duplicates {duplicate}.",
            gone=gone,
            names=listed,
            **values,
        )
    else:
        said = message(
            "Check samples among the rows ({names}): standards {standard}, blanks {blank}, "
            "duplicates {duplicate}; they were left in.",
            names=listed,
            **values,
        )
    decided.notices.append(said)


def _reason(counts: Counter[CheckKind]) -> Message:
    return message(
        "Named so are standards {standard}, blanks {blank}, duplicates {duplicate}; they stay "
        "until you choose to leave them out.",
        standard=counts["standard"],
        blank=counts["blank"],
        duplicate=counts["duplicate"],
    )
