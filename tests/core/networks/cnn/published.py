"""Parameter counts as published or counted by others: ../shared/SYSTEMS.md, section 2."""

from __future__ import annotations

PUBLISHED = {
    "deeplearntoolbox": 3_898,
    "lenet-5-1998": 60_000,
    "lenet-5": 61_706,
    "alexnet": 60_965_224,
    "alexnet-ungrouped": 62_378_344,
    "zfnet": 62_357_608,
    "vgg-11": 132_863_336,
    "vgg-13": 133_047_848,
    "vgg-16": 138_357_544,
    "vgg-19": 143_667_240,
    "googlenet": 6_998_552,
    "googlenet-auxiliary": 13_378_280,
    "resnet-18": 11_689_512,
    "resnet-34": 21_797_672,
    "resnet-50": 25_557_032,
    "resnet-101": 44_549_160,
    "resnet-152": 60_192_808,
    "resnet-cifar-20": 269_722,
    "resnet-cifar-56": 853_018,
    "resnet-cifar-110": 1_727_962,
    "densenet-121": 7_978_856,
    "densenet-169": 14_149_480,
    "densenet-201": 20_013_928,
    "densenet-161": 28_681_000,
    "densenet-40-12": 1_019_722,
    "densenet-bc-100-12": 769_162,
}
OWN = ("digits", "map-windows")
