"""Sheets as laboratories send them, made for the tests; no file of a laboratory is copied."""

from __future__ import annotations

from datasets.columns import Column, Table
from datasets.deciding import Proposal, propose
from datasets.recipe import Recipe
from datasets.sources import raw_of_text

ALS = """XY21000001 - Finalized
CLIENT : "NONE - No Company"
# of SAMPLES : 3
DATE RECEIVED : 2021-01-01  DATE FINALIZED : 2021-01-15
PROJECT : "P"
,WEI-21,Au-AA25,ME-ICP61,ME-ICP61,ME-ICP61
SAMPLE,Recvd Wt.,Au,Ag,Al,As
DESCRIPTION,kg,ppm,ppm,%,ppm
S001,1.2,0.01,<0.5,7.1,12
S002,1.3,<0.01,0.6,6.9,<5
S003,0.9,>10.0,1.1,7.7,NSS
"""
SGS = """Method,GE_FAA30V5,GE_ICP40Q12,GE_ICP40Q12
Element,Au,Ag,Cu
Units,ppb,ppm,ppm
LDL,5,2,0.5
UDL,10000,100,10000
A1,<5,3,12.5
A2,17,<2,L.N.R.
A3,120,<DL,18
"""
ACTLABS = """Report Number: A21-0,,,
Report Date: 2/3/2021,,,
Analyte Symbol,Au,Ag,Cu
Unit Symbol,ppb,ppm,ppm
Detection Limit,2,0.3,1
Analysis Method,INAA,TD-ICP,TD-ICP
X-1,< 2,0.5,33
X-2,5,< 0.3,41
X-3,11,0.4,> 10000
"""
BUREAU_VERITAS = """,Method,WGHT,FA430,MA200
,Analyte,Wgt,Au,Mo
,Unit,KG,PPM,PPM
,MDL,0.01,0.005,0.1
Sample,Type,,,
D1,Rock,2.31,<0.005,1.2
D2,Rock,1.01,0.007,<0.1
D3,Soil,0.5,0.1,0.4
"""
CHINESE = """某地区1:20万水系沉积物测量分析结果表
样品号；横坐标；纵坐标；铜(10-6)；金(×10⁻⁹)；三氧化二铁(%)
单位：某某实验室
A1；20512345；4412345；35.2；1.2；5.1
A2；20513345；4413345；<1；0.8；4.2
A3；20514345；4414345；４４．１；2.5；4.8
平均；；；39.6；1.5；4.95
"""
GROUPS = """,Location,,Assay,,
Sample,East,North,Au,Au,Cu
,m,m,ppb,ppm,ppm
k1,500100,7000100,12,0.012,44
k2,500200,7000100,13,0.013,45
Total,,,25,0.025,89
Note: all samples dried at 60 C,,,,,
"""
# As the files of the National Uranium Resource Evaluation: below 2 is written -2.
NURE = """SAMPID,LATITUDE,LONGITUDE,CU_ICP40,AU_FA,DEPTH
1,39.5,-104.2,20,-0.002,-999
2,39.6,-104.3,-2,0.004,3
3,39.7,-104.4,35,-0.002,5
4,39.8,-104.5,-5,0.006,-999
5,39.9,-104.6,-9999,0.008,4
6,39.9,-104.7,4,0.003,4
"""


def proposed(text: str, recipe: Recipe | None = None, encoding: str = "utf-8") -> Proposal:
    """Decide how a text is read."""
    return propose(raw_of_text(text.encode(encoding), "sheet.csv", recipe), recipe)


def cells(column: Column) -> list[object]:
    """Return the values of a column with "<" and ">" in front of limits, None where missing."""
    if column.kind == "text":
        return list(column.values)
    signs = [""] * len(column.values)
    for k in range(len(signs)):
        if column.censored[k]:
            signs[k] = "<"
        elif column.above is not None and column.above[k]:
            signs[k] = ">"
    shown = [f"{sign}{value:.10g}" for sign, value in zip(signs, column.values, strict=True)]
    return [None if text == "nan" else text for text in shown]


def facts(table: Table) -> list[tuple[str, str, str, str]]:
    """Return name, element, unit and method of each column."""
    return [(c.name, c.element, c.unit, c.method) for c in table.columns]


def decision(proposal: Proposal, name: str, column: str = "") -> object:
    """Return the value of one decision."""
    found = [d for d in proposal.decisions if (d.name, d.column) == (name, column)]
    assert len(found) == 1, (name, column, found)
    return found[0].value
