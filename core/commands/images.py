"""The verbs on images: `images` and `fetch`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from core.commands.channel import channel
from core.commands.options import ImageReadingFile, Json, Quiet


def images(
    context: typer.Context,
    source: Annotated[
        str, typer.Argument(help="File or folder of images, example:digits or example:mnist.")
    ],
    reading: ImageReadingFile = None,
    out: Annotated[
        Path | None, typer.Option(help="Folder that receives the images as NumPy arrays.")
    ] = None,
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Read images and count them by class."""
    from core.finding import find_images

    with channel(context, quiet, json) as told:
        source = find_images(source)
        # after what was typed is checked: it takes a while to load
        from core.image_describing import describe_images
        from core.image_loading import read_image_reading
        from datasets.images.image_reading import ImageReading

        how = read_image_reading(reading) if reading is not None else ImageReading()
        describe_images(source, how, told.report, out)


def fetch(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="The data set: mnist.")],
    quiet: Quiet = False,
    json: Json = False,
) -> None:
    """Fetch a data set from its public mirrors."""
    from core.fetching import fetch_set

    with channel(context, quiet, json) as told:
        fetch_set(name, told.report, told.control)
