"""What a CNN is called on screen: as people call it, and not as a job file does."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.networks.cnn.plan import CUSTOM
from core.networks.cnn.zoo import ZOO


def network_title(name: str) -> str:
    """Return what people call the network that a job calls `name`.

    A name that the zoo does not know, of a job of another version, stays as it is.
    """
    if name == CUSTOM:
        return QCoreApplication.translate("network title", "Layers of your own")
    return ZOO[name].title if name in ZOO else name
