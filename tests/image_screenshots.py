"""The pictures of the guide's journeys with CNNs: the 8 × 8 digits, and windows of a survey."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.predictions import read_predictions

if TYPE_CHECKING:
    from gui.furniture import Furniture

Wait = Callable[..., None]
Picture = Callable[[str], None]
# training and the first answers of the worker on a busy machine
PATIENCE = 400.0


def digit_pictures(furniture: Furniture, wait: Wait, picture: Picture) -> None:
    """Open the digits, train, and walk from the errors to the inside and the pad."""
    images = furniture.services.images
    furniture.window.open("example-images", "digits")
    wait(lambda: images.images is not None)
    images.select_sample(5)
    picture("images")
    furniture.show_page("image-prepare")
    page: Any = furniture.page("image-prepare")
    wait(lambda: not page.copies.busy and not page.values.busy, PATIENCE)
    picture("image-prepare")
    furniture.show_page("cnn")
    picture("cnn")
    train(furniture, wait)
    furniture.show_page("image-train")
    picture("image-train")
    furniture.show_page("image-judge")
    select_an_error(furniture)
    picture("image-judge")
    inside_pictures(furniture, wait, picture)


def select_an_error(furniture: Furniture) -> None:
    """Look at the surest error of the part on show, as a click in the gallery does."""
    import pyarrow.parquet as pq

    from core.cnn import gallery

    images = furniture.services.images
    assert images.run is not None
    table = pq.read_table(images.run.predictions_path)
    rows = gallery.errors(table, "test")
    images.select_sample(int(rows[0]) if len(rows) else 0)


def inside_pictures(furniture: Furniture, wait: Wait, picture: Picture) -> None:
    """Look into the network of the run on show, at the sample chosen, and draw a digit."""
    seer = furniture.services.seer
    furniture.show_page("image-inside")
    inside: Any = furniture.page("image-inside")
    wait(lambda: inside.features.shown, PATIENCE)
    picture("image-inside")
    inside.tabs.setCurrentWidget(inside.saliency)
    wait(lambda: inside.saliency.shown, PATIENCE)
    picture("saliency")
    furniture.show_page("draw")
    page: Any = furniture.page("draw")
    wait(lambda: page.network, PATIENCE)
    draw_a_three(page.pad)
    wait(lambda: page.asking.seen and not seer.busy, PATIENCE)
    picture("draw")


def draw_a_three(pad: Any) -> None:
    """Draw two bows, one below the other, as a hand does."""
    bows = ((0.31, 0.17, -150, 80), (0.67, 0.2, -80, 140))
    places = [
        (
            0.46 + reach * math.cos(math.radians(angle)),
            middle + reach * math.sin(math.radians(angle)),
        )
        for middle, reach, first, last in bows
        for angle in range(first, last, 8)
    ]
    pad.put_down(*places[0])
    for place in places[1:]:
        pad.draw_to(*place)
    pad.lift()


def window_pictures(furniture: Furniture, wait: Wait, picture: Picture) -> None:
    """Train a CNN on the windows of the copper survey; look at its map and why a row is so."""
    session = furniture.services.session
    furniture.window.open("example", "copper")
    wait(lambda: session.table is not None and "copper" in session.table.source)
    session.set_method("cnn")
    furniture.show_page("network")
    picture("windows")
    train(furniture, wait)
    furniture.show_page("map")
    picture("windows-map")
    furniture.show_page("judge")
    page: Any = furniture.page("judge")
    assert session.run is not None
    page._explain(a_deposit(session.run.predictions_path))
    wait(lambda: page.why.one_row.why.work.cell is not None, PATIENCE)
    picture("windows-why")


def a_deposit(predictions: Path) -> int:
    """Return the first row, counted from 0, that is known to be a deposit."""
    known = read_predictions(predictions).column("known").to_pylist()
    return next(row for row, name in enumerate(known) if name not in ("", "no anomaly"))


def train(furniture: Furniture, wait: Wait) -> None:
    """Train to the end, with nothing over the page."""
    trainer = furniture.services.trainer
    furniture.running.train()
    trainer.set_pace(0)
    wait(lambda: trainer.active, PATIENCE)
    wait(lambda: not trainer.active, PATIENCE)
    furniture.window.banner.hide()
