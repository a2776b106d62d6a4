"""Words of the files that thresholds are taken away in, English and Chinese."""

from __future__ import annotations

from core.thresholds.settings import ThresholdSettings

ENGLISH = {
    "element": "element",
    "recipe": "method",
    "domain": "domain",
    "log": "log10",
    "linear": "linear",
    "group": "group",
    "threshold": "threshold",
    "unit": "unit",
    "chosen": "chosen",
    "yes": "yes",
    "no": "no",
    "values": "values used",
    "left": "values left",
    "not_positive": "not positive",
    "centre": "centre",
    "spread": "spread",
    "passes": "passes",
    "removed": "removed in each pass",
    "anomalous": "samples above",
    "judged": "samples judged",
    "share": "share above",
    "censored": "below the detection limit",
    "note": "note",
    "table": "table",
    "fingerprint": "fingerprint",
    "pass": "pass",
    "n": "values",
    "low": "removed low",
    "high": "removed high",
    "mean": "mean",
    "sd": "sd",
    "lower": "lower limit",
    "upper": "upper limit",
    "piece": "piece",
    "from": "from",
    "to": "to",
    "slope": "slope",
    "intercept": "intercept",
    "thresholds sheet": "Thresholds",
    "samples sheet": "Samples",
    "passes sheet": "Passes",
    "pieces sheet": "Pieces",
    "trimming": "iterative trimming, mean + {k} sd",
    "cut": ", trimmed at {cut} sd",
    "sides": ", high values only",
    "mad": "median + {k} MAD",
    "inner": "Tukey, inner fence",
    "outer": "Tukey, outer fence",
    "percentile": "percentile {percentile}",
    "ca": "concentration–area, break {boundary} of {breaks}",
    "mahalanobis": "robust distance, χ² quantile {quantile}",
    "hand": "set by hand",
    "half": "half the limit",
    "root2": "limit/√2",
    "limit": "the limit",
    "left_out": "left out",
    "ilr": "logratios (ILR)",
    "sample columns": "Column of the table that names the samples",
    "field group": "Group with a threshold of its own",
    "field element": "What the threshold is of",
    "field unit": "Unit of value, limit and threshold",
    "field value": "{what}{unit}, as it counted; below the detection limit: {censored}",
    "field qualifier": "<: below the detection limit; >: above the range of the method",
    "field limit": "Limit that the laboratory reported{unit}",
    "field threshold": "Anomaly threshold of {what}{unit}: {recipe}",
    "field ratio": "Value divided by the threshold",
    "field anomalous": "Whether the value is above the threshold: yes or no",
    "field zone": "background; outer, middle or inner: above 1, 2 or 4 times the threshold",
}
CHINESE = {
    "element": "元素",
    "recipe": "方法",
    "domain": "计算域",
    "log": "对数（log10）",
    "linear": "线性",
    "group": "分组",
    "threshold": "异常下限",
    "unit": "单位",
    "chosen": "采用",
    "yes": "是",
    "no": "否",
    "values": "参与计算的数据数",
    "left": "剔除后的数据数",
    "not_positive": "非正值数",
    "centre": "中心值",
    "spread": "离散度",
    "passes": "剔除次数",
    "removed": "逐次剔除数",
    "anomalous": "高于异常下限的样品数",
    "judged": "参与判别的样品数",
    "share": "高于异常下限的比例",
    "censored": "低于检出限的值",
    "note": "说明",
    "table": "数据表",
    "fingerprint": "指纹",
    "pass": "次",
    "n": "数据数",
    "low": "剔除低值数",
    "high": "剔除高值数",
    "mean": "均值",
    "sd": "标准差",
    "lower": "下限",
    "upper": "上限",
    "piece": "直线段",
    "from": "起",
    "to": "止",
    "slope": "斜率",
    "intercept": "截距",
    "thresholds sheet": "异常下限",
    "samples sheet": "样品",
    "passes sheet": "逐次剔除",
    "pieces sheet": "直线段",
    "trimming": "迭代剔除，均值 + {k} 倍标准差",
    "cut": "，按 {cut} 倍标准差剔除",
    "sides": "，仅剔除高值",
    "mad": "中位数 + {k}·MAD",
    "inner": "Tukey 内限",
    "outer": "Tukey 外限",
    "percentile": "百分位数 {percentile}",
    "ca": "含量–面积法，第 {boundary} 个分界点（共 {breaks} 个）",
    "mahalanobis": "稳健马氏距离，χ² 分位数 {quantile}",
    "hand": "人工设定",
    "half": "半检出限",
    "root2": "检出限/√2",
    "limit": "检出限",
    "left_out": "不参与计算",
    "ilr": "对数比（ILR）",
    "sample columns": "数据表中标识样品的列",
    "field group": "单独求异常下限的分组",
    "field element": "求异常下限的对象",
    "field unit": "值、检出限和异常下限的单位",
    "field value": "{what}{unit}，参与计算的值；低于检出限时取：{censored}",
    "field qualifier": "<：低于检出限；>：超出测定上限",
    "field limit": "实验室报出的限值{unit}",
    "field threshold": "{what}的异常下限{unit}：{recipe}",
    "field ratio": "值与异常下限之比（衬度）",
    "field anomalous": "是否高于异常下限：yes 是，no 否",
    "field zone": "background 背景；outer 外带、middle 中带、inner 内带：高于异常下限的 1、2、4 倍",
}


def words_of(language: str) -> dict[str, str]:
    """Return the words of a language, English for one that has none."""
    return CHINESE if language == "zh_CN" else ENGLISH


def field_words(what: str, unit: str, settings: ThresholdSettings, language: str) -> dict[str, str]:
    """Return what the columns of the samples hold, under "field NAME" each.

    Parameters
    ----------
    what, unit
        Column or elements that the threshold is of; "" as unit for a distance.
    """
    words = words_of(language)
    told = {
        "what": what,
        "unit": f", {unit}" if unit and language != "zh_CN" else f"（{unit}）" if unit else "",
        "recipe": recipe_in(settings, words),
        "censored": words[settings.censored],
    }
    fields = {name: text for name, text in words.items() if name.startswith("field ")}
    return {name: text.format(**told) for name, text in fields.items()}


def recipe_in(settings: ThresholdSettings, words: dict[str, str]) -> str:
    """Return how a threshold was found, with its figures."""
    key = settings.fence if settings.method == "tukey" else settings.method
    text = words[key].format(
        k=f"{settings.k:g}",
        percentile=f"{settings.percentile:g}",
        boundary=settings.boundary_number,
        breaks=settings.pieces_number - 1,
        quantile=f"{settings.quantile:g}",
    )
    if settings.method == "trimming" and settings.trims_at != settings.k:
        text += words["cut"].format(cut=f"{settings.trims_at:g}")
    if settings.method == "trimming" and settings.sides == "upper":
        text += words["sides"]
    return text
