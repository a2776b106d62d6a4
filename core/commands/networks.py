"""The verb `networks`."""

from __future__ import annotations

from typing import Annotated

import typer

from core.commands.channel import channel


def networks(
    context: typer.Context,
    parameters: Annotated[
        bool,
        typer.Option(
            "--parameters", help="Name and trained parameters of the original form, a line each."
        ),
    ] = False,
    layers: Annotated[
        str,
        typer.Option(help="A network by name, or layers such as CONV-RELU-POOL-FC: its table."),
    ] = "",
    shape: Annotated[
        str, typer.Option(help="Of the images, such as 1x28x28; the published one by default.")
    ] = "",
    classes: Annotated[int, typer.Option(min=0, max=1_000_000, help="0: as published, or 10.")] = 0,
) -> None:
    """List the networks for images, or the layers of one with sizes and parameters."""
    from core.networks.cnn.listing import named_plan, table_lines, zoo_lines
    from core.networks.cnn.zoo import ZOO

    with channel(context, quiet=False, json=False):
        entries = list(ZOO.values())
        if layers:
            lines = table_lines(named_plan(layers, shape, classes))
        elif parameters:
            lines = [f"{entry.name}\t{entry.parameters}" for entry in entries]
        else:
            lines = zoo_lines(entries)
        print("\n".join(lines))
