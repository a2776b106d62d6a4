"""The drawing of a network: what its boxes stand for, and where they stand."""

from __future__ import annotations

import itertools

import pytest

from core.networks.cnn.plan import plan_text
from core.networks.cnn.zoo import ZOO
from gui.image_pages.graph_blocks import blocks_of
from gui.image_pages.graph_layout import chain_layout, graph_layout
from gui.image_pages.graph_nodes import main_road, nodes_of, passages

BRANCHED = ("googlenet", "googlenet-auxiliary", "resnet-50", "densenet-121", "resnet-cifar-20")


@pytest.mark.parametrize("name", ZOO)
def test_every_layer_has_one_box_in_the_order_of_computing(name):
    plan = ZOO[name].fitted((1, 28, 28), 10)
    nodes = nodes_of(plan)
    assert sorted(row for node in nodes for row in node.rows) == list(range(len(plan.layers)))
    assert all(read < number for number, node in enumerate(nodes) for read in node.inputs)
    blocks = blocks_of(nodes)
    gathered = [number for block in blocks for number in block.nodes]
    assert gathered == list(main_road(nodes))


def test_what_branches_is_told_from_what_is_in_a_row():
    def kinds(name):
        blocks = blocks_of(nodes_of(ZOO[name].original()))
        return [(block.kind, block.repeats) for block in blocks if block.kind != "single"]

    # the modules, blocks and layers of the publications
    assert sum(repeats for kind, repeats in kinds("googlenet") if kind == "branches") == 9
    assert kinds("resnet-50") == [("residual", n) for n in (3, 4, 6, 3)]
    assert kinds("densenet-121") == [("dense", n) for n in (6, 12, 24, 16)]
    assert kinds("vgg-16") == []


def test_a_deep_row_of_like_layers_is_one_box():
    nodes = nodes_of(plan_text("(CONV-RELU)*30-GAP-FC", (1, 8, 8), 10))
    blocks = blocks_of(nodes)
    assert [block.repeats for block in blocks] == [1, 30, 1, 1]


@pytest.mark.parametrize("name", BRANCHED)
def test_boxes_do_not_cover_each_other_and_ways_lead_to_the_right(name):
    layout = graph_layout(nodes_of(ZOO[name].original()))
    by_column: dict[float, list[tuple[float, float]]] = {}
    for box in layout.boxes:
        by_column.setdefault(box.x, []).append((box.y - box.lean, box.y + box.height))
    for spans in by_column.values():
        for above, below in itertools.pairwise(sorted(spans)):
            assert above[1] < below[0]
    for way in layout.ways:
        assert all(start[0] <= end[0] for start, end in itertools.pairwise(way))
    left, top, right, bottom = layout.extent
    assert all(left <= x <= right and top <= y <= bottom for way in layout.ways for x, y in way)


def test_boxes_are_as_high_as_maps_are_large_and_as_wide_as_they_are_many():
    nodes = nodes_of(ZOO["vgg-16"].original())
    boxes = chain_layout(nodes, blocks_of(nodes)).boxes
    maps = [(nodes[box.nodes[-1]].output, box) for box in boxes]
    maps = [(output, box) for output, box in maps if len(output) == 3]
    for (output, box), (after, following) in itertools.pairwise(maps):
        assert (output[1] > after[1]) == (box.height > following.height)
        assert (output[0] < after[0]) == (box.width < following.width)


def test_every_way_passes_the_joins():
    nodes = nodes_of(ZOO["googlenet"].original())
    joins = [number for number, node in enumerate(nodes) if node.kind == "concat"]
    assert set(joins) <= set(passages(nodes, main_road(nodes)))
