"""The overview of a network: a chain of boxes, branches and repetitions gathered into one each."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from gui.image_pages.graph_nodes import Node, main_road, passages

# more boxes than these are gathered where they repeat
MOST_BOXES = 16

BlockKind = Literal["single", "residual", "dense", "branches"]


@dataclass(frozen=True)
class Block:
    """A box of the overview.

    Parameters
    ----------
    nodes
        Places of its nodes.
    kind
        A node of its own; or branches that end in a sum ("residual"), in maps joined to those they
        come from ("dense"), or in joined maps ("branches").
    branches
        How many ways lead through it.
    repeats
        How many such boxes in a row it stands for; of a dense block, its layers.
    """

    nodes: tuple[int, ...]
    kind: BlockKind = "single"
    branches: int = 1
    repeats: int = 1


def blocks_of(nodes: tuple[Node, ...]) -> tuple[Block, ...]:
    """Return the overview of the nodes, in the order of computing."""
    road = main_road(nodes)
    passed = passages(nodes, road)
    blocks = [Block((passed[0],))]
    for entry, end in pairwise(passed):
        inner = tuple(number for number in road if entry < number <= end)
        blocks.append(_block(nodes, entry, inner))
    return tuple(blocks) if len(blocks) <= MOST_BOXES else _gathered(nodes, blocks)


def _block(nodes: tuple[Node, ...], entry: int, inner: tuple[int, ...]) -> Block:
    if len(inner) == 1:
        return Block(inner)
    end = nodes[inner[-1]]
    if end.kind == "add":
        return Block(inner, "residual", len(end.inputs))
    if entry not in end.inputs:
        return Block(inner, "branches", len(end.inputs))
    layers = sum(nodes[number].kind == "concat" for number in inner)
    return Block(inner, "dense", len(end.inputs), layers)


def _gathered(nodes: tuple[Node, ...], blocks: list[Block]) -> tuple[Block, ...]:
    found: list[Block] = []
    for block in blocks:
        if found and _sameness(nodes, found[-1]) == _sameness(nodes, block):
            last = found[-1]
            merged = (*last.nodes, *block.nodes)
            found[-1] = Block(merged, last.kind, last.branches, last.repeats + block.repeats)
        else:
            found.append(block)
    return tuple(found)


def _sameness(nodes: tuple[Node, ...], block: Block) -> object:
    """Return what two boxes have in common that one box may stand for."""
    end = nodes[block.nodes[-1]]
    if block.kind != "single":
        return block.kind, end.output[1:]
    if end.layer is None:
        return block.nodes
    layer = end.layer
    return layer.kind, layer.kernel, layer.stride, layer.groups, end.output
