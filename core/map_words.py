"""Words on a map sheet, in the languages of the program."""

from __future__ import annotations

WORDS = {
    "en": {
        "classes": "Class (samples)",
        "deposit": "known deposit",
        "synthetic": "Synthetic data",
        "x": "Easting",
        "y": "Northing",
        "longitude": "Longitude",
        "latitude": "Latitude",
        "network": "BP network {layers}",
        "north": "N",
        "class": "Class map",
        "probability": "Probability of the class shown",
        "agreement": "Agreement of the members",
        "entropy": "Entropy (0 certain, 1 undecided)",
        "missing": "Missing probability: 1 − p(known class)",
        "wrong": "Members that name another class than the known one",
        "difference": "Output − target",
        "unlike": "Unlike the training samples (1: the threshold)",
        "set-size": "Classes in the prediction set",
        "of class": "Probability: {name}",
        "residual of": "{name}: residual of a linear fit, in standard deviations",
        "distance of": "Robust distance: {name}",
        "gridded": "Between samples: {method}, blank beyond {radius}",
        "nearest": "nearest sample",
        "idw": "inverse distance weighting",
        "rbf": "radial basis functions",
        "kriging": "ordinary kriging",
        "target": "Classes: {name}",
        "table": "Data: {name}",
        "crs": "Coordinate system: {name}",
        "run": "Run: {name}",
        "drawn": "Drawn {date}",
    },
    "zh_CN": {
        "classes": "类别（样品数）",
        "deposit": "已知矿床",
        "synthetic": "合成数据",
        "x": "东坐标",
        "y": "北坐标",
        "longitude": "经度",
        "latitude": "纬度",
        "network": "BP 网络 {layers}",
        "north": "北",
        "class": "分类图",
        "probability": "所示类别的概率",
        "agreement": "成员的一致度",
        "entropy": "熵（0 确定，1 未定）",
        "missing": "概率的欠缺：1 − p(已知类别)",
        "wrong": "判为其他类别的成员比例",
        "difference": "输出 − 目标",
        "unlike": "与训练样品的不相似度（1 为阈值）",
        "set-size": "预测集中的类别数",
        "of class": "概率：{name}",
        "residual of": "{name}：线性拟合的残差（标准差）",
        "distance of": "稳健马氏距离：{name}",
        "gridded": "网格化：{method}，超过 {radius} 处空白",
        "nearest": "最近样品",
        "idw": "反距离加权",
        "rbf": "径向基函数",
        "kriging": "普通克里金",
        "target": "类别：{name}",
        "table": "数据：{name}",
        "crs": "坐标系：{name}",
        "run": "运行：{name}",
        "drawn": "绘制日期 {date}",
    },
}


def layer_title(name: str, title: str, words: dict[str, str]) -> str:
    """Return what a layer of `core.exporting.layers` is called on a sheet."""
    if name in words:
        return words[name]
    kind, colon, of = name.partition(":")
    pattern = {"p": "of class", "residual": "residual of", "distance": "distance of"}.get(kind)
    return words[pattern].format(name=of) if colon and pattern else title
