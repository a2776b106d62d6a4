"""How a language is written in an encoding: its letters and some words of sample tables."""

from __future__ import annotations

from dataclasses import dataclass

# Characters of Chinese sample tables, and the commonest of all; own selection.
CHINESE = frozenset(
    "样品编号序送检测试分析结果原野外实验室地点位置经纬度坐标东西南北高程海拔深度米米样岩性矿石土壤水系沉积物河流底泥"
    "断面线距采集日期时间人员备注说明名称类型铜铅锌金银镍钴铬钒钛锰铁镁铝硅钙钠钾磷硫砷锑铋汞镉钨锡钼铀钍锂铍铷铯锶钡"
    "硼氟氯溴碘碳氧氢氮镓锗铟铊硒碲铌钽锆铪钪钇镧铈稀总量含均值最大小标准差单位毫克吨百万分之几氧化物烧失项目工程勘查探"
    "区块剖孔槽坑道钻井号段层组系统界上下中左右前后新老第一二三四五六七八九十年月日时分秒花岗闪长安山玄武流纹凝灰砂页泥"
    "灰白云大理片麻角砾石英脉蚀变绢云母绿泥高岭黄褐红黑白灰浅深色褐铁矿化带体断裂构造产状走向倾角粗细粒块风化强弱未已无"
    "有是否不的数个出为表元文图件取或用选坐没据对可以成于和到其运常示按误异每次读网格权后知正能多作入两本页相特比部只工"
    "全并县乡镇村市省山河沟湾岭坡坪头沙洋湖江林家庄寨峪沱关水田沿背景综合质量监控重复平行空密样本普通研究院所公司资料来"
    "源方法仪器光谱限低于超过约等级种子矽卡夕玢辉橄榄榴萤重晶方解辰黝锈孔雀褐碎屑古新生代纪世统组群系界寒武奥陶志留泥盆"
    "炭叠三侏罗白垩第长短宽厚直径斜北京天津上海重庆内蒙新疆西藏青甘肃宁夏陕晋冀鲁豫川滇黔桂粤湘鄂皖苏浙闽赣台辽吉龙江"
)
TAIWANESE = frozenset(
    "樣品編號試料採集地點經緯度座標東西南北高程海拔深岩性礦石土壤水系沉積物河流底泥金銀銅鉛鋅鎳鈷鉻釩鈦錳鐵鎂鋁矽鈣鈉鉀"
    "磷硫砷銻鉍汞鎘鎢錫鉬鈾釷鋰區段層線距日期時間備註說明名稱類型花崗安山玄武砂頁凝灰大理片麻角礫石英脈變質含量單位分析"
    "結果方法總檢測限未有無的是在不了人一二三四五六七八九十上下中左右年月號白黑紅黃綠灰褐色縣市鄉鎮村里溪山縱橫斷風化構造"
)
JAPANESE = frozenset(
    "試料番号採取地点緯度経度標高深度北緯東経座標岩石土壌河川堆積物砂泥火山花崗安山玄武流紋凝灰頁変質鉱物脈石英金銀銅鉛亜"
    "鉄錫水素硫黄分析値結果単位濃度備考名称種類年月日時測定方法検出限界未満県市町村山川沢層位区番一二三四五六七八九十上下中"
    "大小粒質粘土有無平均最大最小"
)
KOREAN = frozenset(
    "시료번호위치경도위도고도심도깊이채취일자지점암석토양하천퇴적물광물구리납아연금은철니켈크롬비소수은카드뮴망간분석결과농도"
    "단위비고설명이름종류화강암현무안산편마사암셰일점토모래자갈변질맥석영지역지구좌표동서남북측정방법검출한계미만평균최대소군면"
    "리읍시도의가는을를에와과로한인기다있없년월조사원상하중대부전체제주강산천동해성정양영광"
)
SYMBOLS = frozenset("°µ²³±·×№–—’‘“”«»…€§ºª½¼¾¿¡\u00a0‰™®©•")
WIDE_SYMBOLS = frozenset("，。、；：（）《》“”‘’—…·℃‰×°±μⅠⅡⅢⅣⅤ①②③④⑤ー・〇～≤≥№　")


@dataclass(frozen=True)
class Language:
    """A language in an encoding.

    Attributes
    ----------
    encoding
        Name of a codec of Python.
    letters
        Small letters beyond ASCII; of Chinese and the like the usual characters.
    words
        Words of sample tables, small letters.
    prior
        Bits against it before anything is read: how rare such files are.
    script
        How the letters are used: "latin", "other" (Cyrillic, Greek) or "wide".
    """

    encoding: str
    letters: frozenset[str]
    words: frozenset[str]
    prior: float = 0.0
    script: str = "latin"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WESTERN = (
    (
        "éèàçêôîâûëïœù",
        "échantillon échantillons élévation numéro prélèvement dépôt qualité minéralisé altération "
        "forêt sondage profondeur teneur côté",
    ),
    ("äöüß", "größe höhe prüfung mächtigkeit äußere gelände probe tiefe gestein für löß"),
    ("áéíóúñü¿¡", "código muestra año descripción dirección señal tamaño profundidad ubicación"),
    (
        "áâãàçéêíóôõúü",
        "amostra código descrição situação observação localização profundidade solo rocha não "
        "úmido alteração elevação",
    ),
    ("àèéìòù", "campione profondità quantità località è più"),
    ("åäöæøéü", "längd höjd prov jordart sjö kväve näyte syvyys pöytä hyvää prøve dybde højde på"),
)
_CENTRAL = (
    ("ąćęłńóśźż", "próbka głębokość zawartość łąka wysokość miejscowość skała złoże"),
    ("áčďéěíňóřšťúůýž", "vzorek č hloubka měď půda čtvrť zlato výška hornina číslo lokalita"),
    ("áäčďéíĺľňóôŕšťúýž", "vzorka hĺbka meď pôda výška číslo hornina"),
    ("áéíóöőúüű", "minta mélység réz kőzet talaj hely szám"),
    ("ăâîşţșț", "probă adâncime cupru locaţie rocă"),
    ("čćđšž", "uzorak dubina bakar stijena tlo šifra"),
)
_TURKISH = ("çğıöşüâ", "örnek numune açıklama şist yükseklik değer derinlik çört bakır altın")
_RUSSIAN = (
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "проба пробы образец образцы номер медь цинк свинец золото серебро г/т мг/кг глубина порода "
    "участок широта долгота содержание элемент гранит базальт сланец известняк профиль пикет % м",
)
_GREEK = ("αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋ", "δείγμα βάθος χαλκός θέση υψόμετρο πέτρωμα")


def _latin(encoding: str, kinds: tuple[tuple[str, str], ...], prior: float) -> list[Language]:
    return [Language(encoding, frozenset(a), _words(words), prior) for a, words in kinds]


def _other(encoding: str, kind: tuple[str, str], prior: float) -> Language:
    return Language(encoding, frozenset(kind[0]), _words(kind[1]), prior, "other")


LANGUAGES = (
    Language("gb18030", CHINESE, frozenset(), 0.0, "wide"),
    *_latin("cp1252", _WESTERN, 0.0),
    _other("cp1251", _RUSSIAN, 1.0),
    *_latin("cp1250", _CENTRAL, 1.0),
    *_latin("cp1254", (_TURKISH,), 1.0),
    _other("cp1253", _GREEK, 3.0),
    Language("cp950", TAIWANESE, _words("樣品 試樣 樣號 銅 岩性"), 8.0, "wide"),
    Language(
        "cp932",
        JAPANESE,
        _words("試料 試料番号 サンプル ｻﾝﾌﾟﾙ 緯度 経度 深度 土壌 岩石"),
        8.0,
        "wide",
    ),
    Language("cp949", KOREAN, _words("시료 시료번호 구리 위치 경도 위도"), 8.0, "wide"),
    *_latin("iso8859_2", _CENTRAL[:3], 3.0),
    _other("cp866", _RUSSIAN, 5.0),
    _other("koi8_r", _RUSSIAN, 5.0),
    *_latin("mac_roman", _WESTERN, 8.0),
    *_latin("cp850", _WESTERN, 8.0),
)
TITLES = {
    "gb18030": "GB 18030",
    "cp950": "Big5",
    "cp932": "Shift JIS",
    "cp949": "EUC-KR",
    "cp1252": "Windows-1252",
    "cp1251": "Windows-1251",
    "cp1250": "Windows-1250",
    "cp1253": "Windows-1253",
    "cp1254": "Windows-1254",
    "iso8859_2": "ISO 8859-2",
    "cp866": "DOS 866",
    "koi8_r": "KOI8-R",
    "mac_roman": "Mac Roman",
    "cp850": "DOS 850",
}
