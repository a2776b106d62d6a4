"""Words inside files that are taken away, in the languages of the program."""

from __future__ import annotations

from collections.abc import Mapping

ENGLISH: Mapping[str, str] = {
    "row": "Row of the table, counted from 1",
    "x": "Easting or longitude",
    "y": "Northing or latitude",
    "known": "Known class",
    "part": "Part of the labelled samples: training, validation (when to stop) or test (held out)",
    "class": "Class",
    "wrong": "Share of the members that name another class than the known one, from 0 to 1",
    "right": "Whether class and known class are the same",
    "probability": "Probability of the class, from 0 to 1, not calibrated",
    "agreement": "Agreement: share of the members that name the class, from 0 to 1",
    "p": "Probability of {name}, from 0 to 1, not calibrated",
    "output": "Output value of the network",
    "outputs": "Output value of the network for {name}",
    "mapped": "Class as a map shows it: unknown where the row is unlike the training samples",
    "set": "Prediction set: the classes that cannot be excluded at the level of the run",
    "unlike": "How unlike the training samples: distance / threshold, above 1 unknown",
    "unknown": "unknown",
    "unlike besides": " (unlike)",
    "code": "Number of the class",
    "cells": "Cells of the class",
    "other": "Column of the table that names the rows",
    "predictions sheet": "Predictions",
    "training sheet": "Training results",
    "legend sheet": "Legend",
    "job sheet": "Job",
    "column": "Column",
    "meaning": "Meaning",
    "unit": "Unit",
    "feature": "Feature of the network",
    "samples": "Samples",
    "colour": "Colour",
    "setting": "Setting",
    "value": "Value",
    "table": "Table",
    "run": "Run",
    "date": "Date of the run",
    "outcome": "Why training ended",
    "crs": "Coordinate system",
}
CHINESE: Mapping[str, str] = {
    "row": "数据表中的行号，从 1 起",
    "x": "东坐标或经度",
    "y": "北坐标或纬度",
    "known": "已知类别",
    "part": "已知类别样品所属部分：training 训练，validation 验证（决定何时停止），test 留出检验",
    "class": "类别",
    "wrong": "判为其他类别的成员所占比例，0 至 1",
    "right": "类别与已知类别是否相同",
    "probability": "所示类别的概率，0 至 1，未经校准",
    "agreement": "一致度：判为该类别的成员所占比例，0 至 1",
    "p": "{name}的概率，0 至 1，未经校准",
    "output": "网络的输出值",
    "outputs": "网络对{name}的输出值",
    "mapped": "图上所示类别：与训练样品不相似处为 unknown（未知）",
    "set": "预测集：在本次运行的置信水平下不能排除的类别",
    "unlike": "与训练样品的不相似度：距离 / 阈值，大于 1 为未知",
    "unknown": "未知",
    "unlike besides": "（不相似）",
    "code": "类别编号",
    "cells": "该类别的单元数",
    "other": "数据表中标识各行的列",
    "predictions sheet": "预测结果",
    "training sheet": "训练结果",
    "legend sheet": "图例",
    "job sheet": "作业",
    "column": "列",
    "meaning": "含义",
    "unit": "单位",
    "feature": "网络的特征",
    "samples": "样品数",
    "colour": "颜色",
    "setting": "设置",
    "value": "值",
    "table": "数据表",
    "run": "运行",
    "date": "运行日期",
    "outcome": "结束原因",
    "crs": "坐标系",
}


_KNOWN = (
    *("row", "x", "y", "known", "part", "wrong", "class", "right", "probability", "agreement"),
    *("output", "code", "cells", "mapped", "set", "unlike"),
)


def words_of(language: str) -> Mapping[str, str]:
    """Return the words of a language, English for one that has none."""
    return CHINESE if language == "zh_CN" else ENGLISH


def meaning(column: str, words: Mapping[str, str]) -> str:
    """Return what a column of a prediction table holds.

    Words for "field NAME" come before those for all tables.
    """
    if f"field {column}" in words:
        return words[f"field {column}"]
    for prefix, key in (("p ", "p"), ("output ", "outputs")):
        if column.startswith(prefix):
            return words[key].format(name=column.removeprefix(prefix))
    return words[column if column in _KNOWN else "other"]
