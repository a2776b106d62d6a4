"""What is written on the boxes of a network, and beside them when one points there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject

from core.networks.cnn.layers import KIND_TITLES, POOLS, Layer, Shape
from core.networks.cnn.planned import Plan
from core.numbers import count
from gui.image_pages.graph_blocks import Block
from gui.image_pages.graph_nodes import Node
from gui.translating import core_message, counted


class GraphWords(QObject):
    """Words of the drawing; a QObject for its translations alone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._short: Mapping[str, str] = {
            "input": self.tr("image"),
            "convolution": self.tr("conv"),
            "max_pool": self.tr("pool"),
            "average_pool": self.tr("mean"),
            "l2_pool": self.tr("L2 pool"),
            "global_average_pool": self.tr("global mean"),
            "subsampling": self.tr("subsample"),
            "padded_shortcut": self.tr("shortcut"),
            "batch_norm": self.tr("norm"),
            "local_response_norm": self.tr("norm"),
            "fully_connected": self.tr("full"),
            "rbf": self.tr("distances"),
            "add": self.tr("sum"),
            "concat": self.tr("join"),
        }

    def head(self, node: Node) -> str:
        """Return the number of maps or units, which stands above a box."""
        return count(node.output[0])

    def foot(self, node: Node, block: Block | None) -> tuple[str, ...]:
        """Return the lines below a box: what it does, and the size of its maps."""
        what = self._what(node.layer)
        if block is not None:
            what = self._gathered(block) or what
            if block.repeats > 1:
                what += f" ×{block.repeats}"
        return what, _side(node.output)

    def tip(self, plan: Plan, nodes: Sequence[Node], block: Block | None) -> str:
        """Return names, sizes and figures of what a box stands for."""
        end = nodes[-1]
        names = [plan.layers[node.rows[0]].layer.name for node in nodes if node.rows]
        lines = [self._named(names, end), size_text(end.output)]
        rows = [row for node in nodes for row in node.rows]
        parameters = sum(plan.layers[row].parameters for row in rows)
        if parameters:
            lines.append(self.tr("{number} parameters").format(number=count(parameters)))
        if block is not None and block.repeats > 1:
            lines.append(
                self.tr("{repeats} times in a row, with {layers} layers in all").format(
                    repeats=block.repeats, layers=len(rows)
                )
            )
        return "\n".join(lines)

    def _named(self, names: Sequence[str], end: Node) -> str:
        if end.layer is None:
            return self.tr("The image")
        title = core_message(KIND_TITLES[end.layer.kind])
        if len(names) > 1:
            return self.tr("{first} to {last}").format(first=names[0], last=names[-1])
        return f"{names[0]}: {title}"

    def _what(self, layer: Layer | None) -> str:
        if layer is None:
            return self._short["input"]
        word = self._short.get(layer.kind) or core_message(KIND_TITLES[layer.kind])
        if layer.kind in ("convolution", "subsampling", *POOLS):
            word += f" {layer.kernel}×{layer.kernel}"
            if layer.stride > 1 and layer.kind == "convolution":
                word += f" /{layer.stride}"
        return word

    def _gathered(self, block: Block) -> str:
        if block.kind == "single":
            return ""
        if block.kind == "branches":
            return counted(self.tr("{branches} branches"), branches=block.branches)
        return self.tr("residual") if block.kind == "residual" else self.tr("dense")


def size_text(shape: Shape) -> str:
    """Return a size as it is written: 12 × 4 × 4."""
    return " × ".join(f"{side:,}" for side in shape)


def _side(shape: Shape) -> str:
    return f"{shape[1]}×{shape[2]}" if len(shape) == 3 else ""
