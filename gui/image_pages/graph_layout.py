"""Where the boxes of a network stand, and the ways between them, in units of the drawing."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

from core.networks.cnn.layers import Shape
from gui.image_pages.graph_blocks import Block
from gui.image_pages.graph_nodes import Node, main_road, passages

TALLEST = 130.0
SMALLEST = 14.0
GAP = 30.0
# between two branches, besides the boxes themselves
LANE_GAP = 64.0
# height of boxes where branches lie one below the other
BRANCHED = 0.6
# maps of a stack that are drawn, and how far each stands out behind the one before it
MOST_SHEETS = 6
SHEET = 5.0
# how much of a cuboid's height its side and its top lean back
LEAN = 0.16
# power of the side that stacks are drawn by, so that 6 pixels can be seen beside 227
FLATTER = 0.65

Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """A box of the drawing, its front face in units of the drawing; y grows downwards.

    Parameters
    ----------
    nodes
        Places of the nodes that it stands for.
    block
        What it gathers, in the overview.
    sheets
        Maps drawn one behind the other; 0: a cuboid.
    """

    nodes: tuple[int, ...]
    x: float
    y: float
    width: float
    height: float
    block: Block | None = None
    sheets: int = 0

    @property
    def lean(self) -> float:
        """How far the box stretches back, to the right and upwards alike."""
        if self.sheets:
            return SHEET * (self.sheets - 1)
        return LEAN * min(self.height, TALLEST)


@dataclass(frozen=True)
class Layout:
    """Boxes and the ways between them; a way is points with level tangents.

    Parameters
    ----------
    free
        Height between two boxes one below the other, where words may stand.
    """

    boxes: tuple[Box, ...]
    ways: tuple[tuple[Point, ...], ...]
    free: float = math.inf

    @property
    def extent(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of everything."""
        left = min(box.x for box in self.boxes)
        right = max(box.x + box.width + box.lean for box in self.boxes)
        ys = [y for way in self.ways for _, y in way]
        top = min([box.y - box.lean for box in self.boxes] + ys)
        bottom = max([box.y + box.height for box in self.boxes] + ys)
        return left, top, right, bottom


def chain_layout(
    nodes: tuple[Node, ...], blocks: tuple[Block, ...], *, stacks: bool = False
) -> Layout:
    """Return the boxes of the overview in a row.

    Parameters
    ----------
    stacks
        Draw maps as sheets one behind the other, as papers on small networks do.
    """
    largest = _largest_side(nodes)
    boxes: list[Box] = []
    x = 0.0
    for block in blocks:
        shape = nodes[block.nodes[-1]].output
        width, height, sheets = _stack_size(shape, largest) if stacks else _size(shape, largest)
        if block.kind != "single":
            width = max(width, 46.0)
        box = Box(block.nodes, x, -height / 2, width, height, block, sheets)
        boxes.append(box)
        x += width + box.lean + GAP
    ways = [((a.x + a.width + a.lean / 2, 0.0), (b.x, 0.0)) for a, b in pairwise(boxes)]
    return Layout(tuple(boxes), tuple(ways))


def graph_layout(nodes: tuple[Node, ...]) -> Layout:
    """Return every node in the column of its depth, and parallel ways one below the other."""
    largest = _largest_side(nodes)
    sizes = [_size(node.output, largest, TALLEST * BRANCHED) for node in nodes]
    columns = _columns(nodes)
    lanes = _lanes(nodes, [height for _, height, _ in sizes])
    widths = [0.0] * (max(columns) + 1)
    for column, (width, height, _) in zip(columns, sizes, strict=True):
        widths[column] = max(widths[column], width + LEAN * height)
    starts = _starts(widths)
    boxes = tuple(
        Box((number,), starts[columns[number]], lanes[number] - height / 2, width, height)
        for number, (width, height, _) in enumerate(sizes)
    )
    ways = tuple(
        _way(boxes, columns, starts, read, number)
        for number, node in enumerate(nodes)
        for read in node.inputs
    )
    return Layout(boxes, ways, LANE_GAP if any(lanes) else math.inf)


# --- sizes -----------------------------------------------------------------------------


def _largest_side(nodes: tuple[Node, ...]) -> int:
    return max(max(node.output[1:]) for node in nodes if len(node.output) == 3)


def _size(shape: Shape, largest: int, tallest: float = TALLEST) -> tuple[float, float, int]:
    """Return width by depth and height by side; roots and logarithms keep both on one screen."""
    if len(shape) == 1:
        return 10.0, min(tallest, 10 + 8 * math.log2(1 + shape[0])), 0
    height = max(SMALLEST, tallest * math.sqrt(shape[1] / largest))
    return 6 + 4.5 * math.log2(1 + shape[0]), height, 0


def _stack_size(shape: Shape, largest: int) -> tuple[float, float, int]:
    if len(shape) == 1:
        return _size(shape, largest)
    height = max(SMALLEST, TALLEST * (shape[1] / largest) ** FLATTER)
    width = max(SMALLEST, TALLEST * (shape[2] / largest) ** FLATTER)
    return width, height, min(shape[0], MOST_SHEETS)


# --- places ----------------------------------------------------------------------------


def _columns(nodes: tuple[Node, ...]) -> list[int]:
    columns: list[int] = []
    for node in nodes:
        columns.append(1 + max((columns[read] for read in node.inputs), default=-1))
    return columns


def _starts(widths: list[float]) -> list[float]:
    starts, x = [], 0.0
    for width in widths:
        starts.append(x)
        x += width + GAP
    return starts


def _lanes(nodes: tuple[Node, ...], heights: list[float]) -> list[float]:
    """Return how far the middle of each node stands below the road."""
    road = main_road(nodes)
    lanes = [0.0] * len(nodes)
    for entry, end in pairwise(passages(nodes, road)):
        inner = [number for number in road if entry < number < end]
        _spread(nodes, inner, heights, lanes)
    beside = sorted(set(range(len(nodes))) - set(road))
    below = max(lanes) + max(heights) + LANE_GAP
    for number in beside:
        lanes[number] = below
    return lanes


def _spread(
    nodes: tuple[Node, ...], inner: list[int], heights: list[float], lanes: list[float]
) -> None:
    """Lay the branches between two passages one below the other."""
    branches = _branches(nodes, inner)
    middle = max(branches.values(), default=0) / 2
    pitch = (1 + LEAN) * max((heights[number] for number in inner), default=0.0) + LANE_GAP
    for number, branch in branches.items():
        lanes[number] = (branch - middle) * pitch


def _branches(nodes: tuple[Node, ...], inner: list[int]) -> dict[int, int]:
    """Return the branch of each of the nodes: that of the one before it, or one of its own."""
    found: dict[int, int] = {}
    continued: set[int] = set()
    following = 0
    for number in inner:
        before = [read for read in nodes[number].inputs if read in found and read not in continued]
        if before:
            continued.add(before[0])
            found[number] = found[before[0]]
        else:
            found[number] = following
            following += 1
    return found


def _way(
    boxes: tuple[Box, ...], columns: list[int], starts: list[float], read: int, number: int
) -> tuple[Point, ...]:
    start, end = boxes[read], boxes[number]
    y0, y1 = start.y + start.height / 2, end.y + end.height / 2
    first = (start.x + start.width + start.lean / 2, y0)
    last = (end.x, y1)
    span = columns[number] - columns[read]
    if span == 1:
        return first, last
    after, before = starts[columns[read] + 1], starts[columns[number]] - GAP
    if y0 != y1:
        level = y0 if abs(y0) > abs(y1) else y1
        return first, (after, level), (before, level), last
    # over the heads of what stands between, higher the further it goes
    between = max(TALLEST * 0.2, max(start.height, end.height) * (0.5 + 2 * LEAN))
    level = y0 - between - 8 * math.log2(span)
    return first, (after, level), (before, level), last
