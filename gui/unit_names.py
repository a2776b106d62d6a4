"""What layers and units are called: features, hidden 1.3, classes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.snapshots import SnapshotAbout


def layer_name(about: SnapshotAbout, layer: int) -> str:
    """Return the name of a layer, 0 for the inputs."""
    translate = QCoreApplication.translate
    if layer == 0:
        return translate("unit_names", "Inputs")
    if layer == len(about.sizes) - 1:
        return translate("unit_names", "Outputs")
    return translate("unit_names", "Hidden {number}").format(number=layer)


def unit_names(about: SnapshotAbout, layer: int) -> list[str]:
    """Return the names of the units of a layer: features or what became of them, classes last."""
    translate = QCoreApplication.translate
    count = about.sizes[layer]
    if layer == 0:
        return about.preparations[0].input_names(about.feature_names)
    if layer < len(about.sizes) - 1:
        name = translate("unit_names", "hidden {layer}.{unit}")
        return [name.format(layer=layer, unit=unit + 1) for unit in range(count)]
    if about.coding == "ordered":
        return [translate("unit_names", "class as a number")]
    if len(about.class_names) == count:
        return list(about.class_names)
    name = translate("unit_names", "output {unit}")
    return [name.format(unit=unit + 1) for unit in range(count)]
