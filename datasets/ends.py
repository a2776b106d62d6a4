"""Where the samples of a sheet end: totals, means and notes at the foot are no samples."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np

from datasets.head import is_blank, is_numeric, rows_at, shape_of
from datasets.nameless_totals import is_nameless_total
from datasets.raw_sheet import RawSheet
from datasets.row_labels import label_of

_SEARCHED = 60
_SHORTEST_NOTE = 12
_FIGURES = (
    r"(?:grand |sub)?totals?|sums?|means?|averages?|avg|(?:arithmetic|geometric) mean",
    r"geo\.?[ -]?mean|medians?|min(?:imum)?|max(?:imum)?|minima|maxima|variance|range|mad",
    r"std\.?(?:[ ._-]?(?:dev|err)\.?)?|st\.? ?dev\.?|sd|standard (?:deviation|error)|s\.d\.",
    r"counts?|n ?=?(?:= ?\d+)?|(?:no|nr|number|#)\.? ?of (?:samples|values|analyses)",
    r"cv ?%?|rsd ?%?|coefficient of variation|coeff\.? ?(?:of )?var\.?|skew(?:ness)?|kurtosis",
    r"(?:\d+(?:st|nd|rd|th)?|upper|lower) (?:percentile|quartile|quantile)|p ?\d\d|q[1-3]",
    r"background(?: value)?|threshold|clarke(?: value)?|crustal (?:average|abundance)",
    r"mittel(?:wert)?|durchschnitt|standardabw(?:eichung|\.)|stabw\.?|summe|anzahl|spannweite",
    r"varianz|moyennes?|écart[ -]type|ecart[ -]type|sommes?|médianes?|nombre|effectif",
    r"media|promedio|desviación (?:estándar|típica)|desv\.? ?(?:est|std|típ)\.?|suma|mediana",
    r"média|desvio[ -]padrão|soma|mínimo|máximo|minimo|massimo|máx\.?|mín\.?|total general",
    r"среднее(?: значение)?|ср\.? ?знач\.?|ст\.? ?откл\.?|стандартное отклонение|сумма|итого",
    r"всего|медиана|минимум|максимум|мин\.?|макс\.?|фон|количество|кол-во(?: проб)?",
    r"合计|总计|总和|小计|平均|平均值|平均数|均值|均数|(?:算术|几何)(?:平均|均)[值数]?",
    r"最大值?|最小值?|极大值|极小值|标准差|标准偏差|标准离差|方差|变异系数|变化系数|离差",
    r"中位数|中位值|中值|众数|样品数|样本数|样品个数|件数|个数|极差|偏度|峰度|合計|總計|平均數",
    r"(?:地球化学|区域|全区)?背景值?|异常下限|[浓富]集系数|克拉克值|地壳丰度|丰度值?|衬度",
)
# mean + 2 s; mean (n = 10)
_MORE = r"(?: ?[+±-] ?\d?(?:[.,]\d)? ?(?:sd|std|s|σ))?(?: ?[(（\[].*)?"
_SUMMARY = re.compile(rf"(?:{'|'.join(_FIGURES)}){_MORE}", re.IGNORECASE)
_NOTE = re.compile(
    r"(?:notes?|eof|n\.b|remarks?|comments?|sources?|legend|key|end of|abbreviations?|"
    r"detection limits?|<?end>?|(?:descriptive |summary )?statisti(?:cs?|k|ques?)|summary|"
    r"统计|特征值|"
    r"\*+|#|†|‡|\(\d+\)|\d\)|备注|注|说明|审核|校核|制表|分析者|检测|"
    r"资料来源|数据来源|[(（]?以下空白|-+ ?以下空白)(?![a-z]).*",
    re.IGNORECASE,
)
# what no sample is called, whatever stands beside it: a comma in a sentence parts it into cells
_SAID = re.compile(
    r"(?:notes?|n\.?b\.?|remarks?|comments?|(?:data )?sources?|legend|key|abbreviations?|"
    r"disclaimer|references?|methods?|units?|footnotes?|quellen?|anmerkung(?:en)?|bemerkung(?:en)?|"
    r"remarques?|fuentes?|notas?|fontes?|примечани[ея]|источники?|"
    r"备注|附注|注|说明|资料来源|数据来源|来源) ?[:：].*|"
    r"(?:©|\(c\) ?\d{4}|copyright\b|all (?:values|results|concentrations|analyses) (?:in|are)\b).*",
    re.IGNORECASE,
)
# who signed: 审核：张三
_SIGNED = re.compile(
    r"(?:审核|校核|复核|制表|批准|签发|分析|检测|检验|测试|主检|报出|填表|日期).{0,4}[:：].*|"
    r"(?:authori[sz]ed|approved|certified|checked|reviewed|prepared|reported|analy[sz]ed|signed|"
    r"verified|released|compiled|printed)(?:(?: by| on| at)?(?: ?[:：]| by ).*| by| on)|"
    r"(?:signature|signed|analyst|chemist|assayer|laboratory manager|lab manager)\b.*[:：].*|"
    r"(?:geprüft|freigegeben|bearbeitet)(?: von)?[: ].*",
    re.IGNORECASE,
)
# a shape that so many samples have is how a survey names them
_USUAL_SHAPE = 0.5


@dataclass(frozen=True)
class FootRow:
    """A row below the samples.

    Attributes
    ----------
    line
        Line of the sheet, counted from 1.
    text
        The beginning of its text.
    named
        False where nothing but its numbers says what it is.
    """

    line: int
    text: str
    named: bool = True


def find_end(raw: RawSheet, first: int, numeric: frozenset[int]) -> tuple[int, list[FootRow]]:
    """Return the row behind the last sample, and the rows from there on that are no samples."""
    start = max(first + 1, raw.rows - _SEARCHED)
    if start >= raw.rows:
        return raw.rows, []
    rows = rows_at(raw, np.arange(start, raw.rows))
    above = rows_at(raw, np.arange(max(first, start - 40), start))
    end, nameless = len(rows), set()
    while end:
        row, samples = rows[end - 1], above + rows[: end - 1]
        if not _is_foot(row, samples, numeric):
            if not is_nameless_total(
                raw, row, samples, first, start + _above_figures(rows, end - 1)
            ):
                break
            nameless.add(end - 1)
        end -= 1
    foot = [
        FootRow(
            int(raw.lines[start + k]),
            " ".join(cell for cell in rows[k] if cell)[:80],
            k not in nameless,
        )
        for k in range(end, len(rows))
        if any(rows[k])
    ]
    return (start + end, foot) if foot else (raw.rows, [])


def _above_figures(rows: list[list[str]], end: int) -> int:
    """Return the row below the last one that names no figure of many samples."""
    while end and _summarizes(rows[end - 1]):
        end -= 1
    return end


def is_summary(cell: str) -> bool:
    """Whether a cell names a mean, a total or another figure of many samples."""
    return bool(_SUMMARY.fullmatch(cell.strip(" :：=")))


def _summarizes(row: list[str]) -> bool:
    """Whether the first of the first cells of a row names a figure of many samples."""
    return is_summary(next((cell for cell in row[:4] if cell), ""))


def _signs(row: list[str]) -> bool:
    return bool(_SIGNED.fullmatch(next((cell for cell in row if cell), "")))


def _is_foot(row: list[str], samples: list[list[str]], numeric: frozenset[int]) -> bool:
    filled = [cell for cell in row if cell]
    if not filled:
        return True
    if all(_SIGNED.fullmatch(cell) for cell in filled):
        return True
    if len(filled) > 1 and label_of(row) in ("units", "methods", "limits"):
        return True
    if _summarizes(row):
        return not _comes_as_text(row, samples)
    if _says(row):
        return sum(map(_says, samples)) <= 0.2 * len(samples)
    values = [row[column] for column in sorted(numeric) if column < len(row) and row[column]]
    if not any(c.isalnum() for c in filled[0]) and not any(c.isdigit() for c in "".join(values)):
        lettered = sum(any(c.isalnum() for c in "".join(other[:1])) for other in samples)
        return lettered >= 0.8 * len(samples)
    if any(map(is_numeric, values)):
        return False
    return _signs(row) or _is_note(row, filled, samples) or _is_prose(row, values, samples)


def _says(row: list[str]) -> bool:
    return bool(_SAID.fullmatch(next((cell for cell in row if cell), "")))


def _is_prose(row: list[str], values: list[str], samples: list[list[str]]) -> bool:
    """Words where the samples have numbers, behind a name that is none of a sample."""
    words = [cell for cell in values if not is_blank(cell)]
    column = next(k for k, cell in enumerate(row) if cell)
    fuller = [other for other in samples if sum(map(bool, other)) > sum(map(bool, row))]
    others = [other[column] for other in fuller if other[column]]
    if not words or row[-1] or not others:
        return False
    numbered = all(any(c.isdigit() for c in other) for other in others)
    return numbered and not any(c.isdigit() for c in row[column])


def _comes_as_text(row: list[str], samples: list[list[str]]) -> bool:
    """Whether other rows hold such a word in the same column: then it is a value like others.

    P90 is no percentile either where most samples are called P and a number.
    """
    column = next(k for k, cell in enumerate(row) if cell)
    label = row[column]
    if any(other[column] == label for other in samples):
        return True
    shape = shape_of(label)
    others = [other[column] for other in samples if other[column]]
    same = sum(shape_of(other) == shape for other in others)
    return "9" in shape and same >= max(1, _USUAL_SHAPE * len(others))


def _is_note(row: list[str], filled: list[str], samples: list[list[str]]) -> bool:
    """One or two cells of text where samples have many, unlike the names of samples."""
    usual = float(np.median([sum(map(bool, other)) for other in samples])) if samples else 0
    if len(filled) > max(1, 0.34 * usual) or usual < 2:
        return False
    column = next(k for k, cell in enumerate(row) if cell)
    if _NOTE.fullmatch(row[column]):
        # #9 is no remark where the samples are called #1, #2
        shapes = {shape_of(other[column]) for other in samples}
        return row[column][0].isalnum() or shape_of(row[column]) not in shapes
    if usual < 3:
        return False
    # other notes, and means, tell nothing of how samples are named
    fuller = [
        other
        for other in samples
        if sum(map(bool, other)) > len(filled) and not _summarizes(other) and not _signs(other)
    ]
    others = [other[column] for other in fuller if not is_blank(other[column])]
    longest = max(map(len, others), default=0)
    spaced = any(" " in other for other in others)
    size = len(row[column])
    return size > 2 * longest + 8 or (size >= _SHORTEST_NOTE and " " in row[column] and not spaced)
