"""A CNN is called on screen as people call it."""

from __future__ import annotations

import pytest

from gui.network_title import network_title


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("custom", "Layers of your own"),
        ("densenet-121", "DenseNet-121"),
        ("of-a-later-version", "of-a-later-version"),
    ],
)
def test_a_network_is_called_by_its_title(name: str, title: str):
    assert network_title(name) == title
