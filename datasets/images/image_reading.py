"""How a file or folder becomes a set of images: what a person may decide where it is unclear."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

# share of the longer side of an image that the ink takes in MNIST
BOX = 20 / 28


class ImageReading(BaseModel):
    """Decisions on the way from a source to an `ImageSet`; each default proposes from the data."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ink: Literal["auto", "light", "dark"] = "auto"
    """Whether the strokes are lighter or darker than the background; dark ink is inverted."""
    grey: bool = False
    """Whether pictures in colour are made grey."""
    framing: Literal["kept", "mass", "box", "blocks"] = "kept"
    """Whether the ink of every image is cut out of its paper, scaled and placed anew: by its centre
    of mass as in MNIST, by the middle of its extent, or in blocks as in the 8×8 digits."""
    ink_share: Annotated[float, Field(gt=0.0, le=1.0)] = BOX
    """Longer side of the framed ink as a share of the side of the image."""
    label_column: Literal["auto", "first", "last", "none"] = "auto"
    """Where a table of pixels keeps its labels."""
    side: Annotated[int, Field(ge=0, le=512)] = 0
    """Every image is scaled to fit this side in pixels; 0 keeps the size where all agree;
    framed pictures of a folder, and others of more than 64 pixels, come to the 28 of MNIST."""
    rows: Annotated[int, Field(ge=0, le=10_000)] = 0
    columns: Annotated[int, Field(ge=0, le=10_000)] = 0
    """Digits down and across one sheet; 0 finds them."""
    sheet_order: Literal["auto", "rows", "columns", "unlabelled"] = "auto"
    """How the digits 0…9 follow on a sheet: down its rows, each row or equal block of rows one
    digit; along its columns in the same way; or in no known order."""
    pixel_order: Literal["auto", "rows", "columns"] = "auto"
    """Whether the pixels of an image stand row after row or, as MATLAB and EMNIST keep them, column
    after column; "columns" turns every image about its diagonal."""
