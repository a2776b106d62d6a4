"""The zoo: networks by name, each in its original form and in one that is fitted to images."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from core.networks.cnn import densenet, resnet, vgg
from core.networks.cnn.alexnet import draw_alexnet, draw_alexnet_ungrouped, draw_zfnet
from core.networks.cnn.deeplearntoolbox import draw_deeplearntoolbox
from core.networks.cnn.draft import Draft
from core.networks.cnn.googlenet import draw_googlenet, draw_googlenet_auxiliary
from core.networks.cnn.lenet import draw_lenet5, draw_lenet5_1998
from core.networks.cnn.own import draw_digits, draw_map_windows
from core.networks.cnn.planned import ImageShape, Plan
from datasets.messages import Message, message

DIGIT: ImageShape = (1, 28, 28)
IMAGENET: ImageShape = (3, 224, 224)
CIFAR: ImageShape = (3, 32, 32)


@dataclass(frozen=True)
class ZooEntry:
    """A network of the zoo.

    Parameters
    ----------
    name
        What a job calls it.
    title
        What people call it; a proper name.
    note
        A sentence about it.
    year
        Of publication; 0 for our own.
    draw
        Adds its layers to a draft.
    shape, classes
        (C, H, W) and number of classes of its publication.
    """

    name: str
    title: str
    note: Message
    year: int
    draw: Callable[[Draft], None]
    shape: ImageShape
    classes: int = 1000

    @property
    def parameters(self) -> int:
        """Trainable parameters of the original form, counted."""
        return self.original().parameters

    def original(self) -> Plan:
        """Return the form with the sizes of its publication."""
        return self._plan(self.shape, self.classes, fitted=False)

    def fitted(self, shape: ImageShape, classes: int) -> Plan:
        """Return the form for images of `shape` and so many classes.

        Raises
        ------
        InputError
            When the images are too small for it.
        """
        return self._plan(shape, classes, fitted=True)

    def _plan(self, shape: ImageShape, classes: int, fitted: bool) -> Plan:
        draft = Draft(shape, classes, fitted)
        self.draw(draft)
        return draft.plan()


_ALEXNET = message("Filters of conv2, conv4 and conv5 see half of the maps.")
_ZFNET = message("AlexNet with smaller and denser first filters.")
_VGG = message("Blocks of 3 × 3 convolutions and three fully connected layers.")
_GOOGLENET = message("Nine modules of 1 × 1, 3 × 3 and 5 × 5 convolutions side by side.")
_RESNET = message("Blocks with a shortcut around them.")
_RESNET_CIFAR = message("Three stages of 16, 32 and 64 maps, shortcuts without weights.")
_DENSENET = message("Every layer of a block reads the maps of all layers before it.")

_ENTRIES = (
    ZooEntry(
        "digits",
        "Anomalyst digits",
        message("The program's own for digits: three stages of normalised 3 × 3 convolutions."),
        0,
        draw_digits,
        DIGIT,
        10,
    ),
    ZooEntry(
        "map-windows",
        "Anomalyst map windows",
        message("The program's own for windows of a survey: elements mixed first, few weights."),
        0,
        draw_map_windows,
        (16, 9, 9),
        10,
    ),
    ZooEntry(
        "deeplearntoolbox",
        "DeepLearnToolbox CNN",
        message("6c5-2s-12c5-2s with logistic units and mean pools."),
        2012,
        draw_deeplearntoolbox,
        DIGIT,
        10,
    ),
    ZooEntry(
        "lenet-5-1998",
        "LeNet-5 (1998)",
        message("As published: C3 by its table, trainable subsampling, distances to fixed codes."),
        1998,
        draw_lenet5_1998,
        (1, 32, 32),
        10,
    ),
    ZooEntry(
        "lenet-5",
        "LeNet-5 (modern)",
        message("As taught today: C3 sees all maps, ReLU, max pools, softmax."),
        1998,
        draw_lenet5,
        (1, 32, 32),
        10,
    ),
    ZooEntry("alexnet", "AlexNet", _ALEXNET, 2012, draw_alexnet, (3, 227, 227)),
    ZooEntry(
        "alexnet-ungrouped",
        "AlexNet (ungrouped)",
        message("AlexNet whose filters see all maps."),
        2012,
        draw_alexnet_ungrouped,
        (3, 227, 227),
    ),
    ZooEntry("zfnet", "ZFNet", _ZFNET, 2014, draw_zfnet, IMAGENET),
    *(
        ZooEntry(f"vgg-{depth}", f"VGG-{depth}", _VGG, 2015, draw, IMAGENET)
        for depth, draw in vgg.DRAWN.items()
    ),
    ZooEntry("googlenet", "GoogLeNet", _GOOGLENET, 2015, draw_googlenet, IMAGENET),
    ZooEntry(
        "googlenet-auxiliary",
        "GoogLeNet (auxiliary heads)",
        message("GoogLeNet as it was trained, with two further classifiers on the way."),
        2015,
        draw_googlenet_auxiliary,
        IMAGENET,
    ),
    *(
        ZooEntry(f"resnet-{depth}", f"ResNet-{depth}", _RESNET, 2016, draw, IMAGENET)
        for depth, draw in resnet.DRAWN.items()
    ),
    *(
        ZooEntry(
            f"resnet-cifar-{depth}", f"ResNet-{depth} (CIFAR)", _RESNET_CIFAR, 2016, draw, CIFAR, 10
        )
        for depth, draw in resnet.CIFAR_DRAWN.items()
    ),
    *(
        ZooEntry(f"densenet-{depth}", f"DenseNet-{depth}", _DENSENET, 2017, draw, IMAGENET)
        for depth, draw in densenet.DRAWN.items()
    ),
    ZooEntry(
        "densenet-40-12",
        "DenseNet L40 k12 (CIFAR)",
        message("Three blocks of 12 layers, each adding 12 maps."),
        2017,
        densenet.CIFAR_DRAWN["densenet-40-12"],
        CIFAR,
        10,
    ),
    ZooEntry(
        "densenet-bc-100-12",
        "DenseNet-BC L100 k12 (CIFAR)",
        message("Three blocks of 16 layers with bottlenecks and compression."),
        2017,
        densenet.CIFAR_DRAWN["densenet-bc-100-12"],
        CIFAR,
        10,
    ),
)
ZOO: Mapping[str, ZooEntry] = MappingProxyType({entry.name: entry for entry in _ENTRIES})
