"""Random changes: nothing without a wish, the wanted amount and direction with one."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import ndimage

from core.cnn.augmenting import Augmenter, Drawn, inverse_of, smoothing, warped
from core.job_sections.images import Augmentation

SHAPE = (1, 29, 29)


def seeded(seed: int = 1) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def blobs(x: float = 0.0, y: float = 0.0, count: int = 1, side: int = 29) -> torch.Tensor:
    """Return images with a round spot at x pixels across and y down from the middle."""
    axis = torch.arange(side) - (side - 1) / 2
    spot = torch.exp(-0.5 * ((axis[None, :] - x) ** 2 + (axis[:, None] - y) ** 2) / 2.0**2)
    return spot.expand(count, 1, side, side).clone()


def centre(images: torch.Tensor) -> torch.Tensor:
    """Return the centre of mass of each, across and down from the middle."""
    side = images.shape[-1]
    axis = torch.arange(side) - (side - 1) / 2
    mass = images.sum(dim=(1, 2, 3))
    x = (images.sum(dim=(1, 2)) * axis).sum(dim=1) / mass
    y = (images.sum(dim=(1, 3)) * axis).sum(dim=1) / mass
    return torch.stack((x, y), dim=1)


def drawn(
    angle: float = 0.0, scale: float = 1.0, slant: float = 0.0, x: float = 0.0, y: float = 0.0
) -> Drawn:
    inverse = inverse_of(torch.tensor([angle]), torch.tensor([scale]), torch.tensor([slant]))
    return Drawn(inverse, torch.tensor([[x, y]]))


def test_nothing_is_changed_without_a_wish() -> None:
    images = torch.rand(5, *SHAPE)
    generator = seeded()
    before = generator.get_state()
    assert Augmenter(Augmentation(), SHAPE)(images, generator) is images
    assert torch.equal(generator.get_state(), before)


def test_sampling_without_a_change_gives_the_image() -> None:
    images = torch.rand(1, 3, 6, 9)
    torch.testing.assert_close(warped(images, drawn()), images, atol=1e-5, rtol=0)


def test_a_whole_shift_moves_pixels_right_and_down() -> None:
    images = torch.rand(1, 1, 7, 9)
    moved = warped(images, drawn(x=2, y=1))
    torch.testing.assert_close(moved[..., 1:, 2:], images[..., :-1, :-2], atol=1e-5, rtol=0)
    assert not moved[..., 0, :].any()
    assert not moved[..., :2].any()


def test_rotation_turns_by_the_angle_clockwise() -> None:
    """A spot to the right goes down: rows count downwards."""
    turned = warped(blobs(x=8), drawn(angle=math.radians(30)))
    wanted = [8 * math.cos(math.radians(30)), 8 * math.sin(math.radians(30))]
    assert centre(turned)[0].tolist() == pytest.approx(wanted, abs=0.05)


def test_scale_and_shear_move_a_spot_as_they_should() -> None:
    assert centre(warped(blobs(6, 4), drawn(scale=1.25)))[0].tolist() == pytest.approx(
        [7.5, 5.0], abs=0.05
    )
    slanted = warped(blobs(0, 6), drawn(slant=math.radians(20)))
    assert centre(slanted)[0].tolist() == pytest.approx(
        [6 * math.tan(math.radians(20)), 6], abs=0.05
    )


@settings(max_examples=25, deadline=None)
@given(
    st.floats(-0.5, 0.5),
    st.floats(0.7, 1.3),
    st.floats(-0.4, 0.4),
    st.floats(-3, 3),
    st.floats(-3, 3),
)
def test_sampling_is_that_of_scipy(
    angle: float, scale: float, slant: float, x: float, y: float
) -> None:
    """`ndimage.affine_transform` with rows first, bilinear, 0 outside."""
    images = blobs(3, -2) + blobs(-5, 4)
    change = drawn(angle, scale, slant, x, y)
    inverse = change.inverse[0].double().numpy()[::-1, ::-1]
    middle = np.array([14.0, 14.0])
    offset = middle - inverse @ (middle + np.array([y, x]))
    wanted = ndimage.affine_transform(
        images[0, 0].double().numpy(), inverse, offset, order=1, mode="grid-constant"
    )
    np.testing.assert_allclose(warped(images, change)[0, 0].numpy(), wanted, atol=2e-4)


def test_the_inverse_is_that_of_rotation_shear_scale() -> None:
    angle, scale, slant = 0.3, 1.2, 0.25
    rotation = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    shear = np.array([[1, math.tan(slant)], [0, 1]])
    np.testing.assert_allclose(
        drawn(angle, scale, slant).inverse[0].numpy(),
        np.linalg.inv(rotation @ shear * scale),
        atol=1e-6,
    )


def test_shifts_fill_their_range_and_stay_in_it() -> None:
    augmenter = Augmenter(Augmentation(shift=0.1), SHAPE)
    moved = centre(augmenter(blobs(count=400), seeded())).numpy()
    assert np.abs(moved).max() <= 2.9 + 0.05
    # of 400 even draws the outermost lie within 2 % of the ends
    assert (np.abs([moved.min(axis=0), moved.max(axis=0)]) > 2.75).all()
    np.testing.assert_allclose(moved.mean(axis=0), 0, atol=0.35)
    assert abs(np.corrcoef(moved.T)[0, 1]) < 0.2


def test_rotations_fill_their_range_and_stay_in_it() -> None:
    augmenter = Augmenter(Augmentation(rotation=40), SHAPE)
    places = centre(augmenter(blobs(x=8, count=400), seeded())).numpy()
    angles = np.degrees(np.arctan2(places[:, 1], places[:, 0]))
    assert 39 < angles.max() < 40.5
    assert -40.5 < angles.min() < -39


def test_smooth_knots_give_the_same_variance_everywhere() -> None:
    for side in (8, 28, 65):
        weights = smoothing(side)
        torch.testing.assert_close(weights.norm(dim=1), torch.ones(side))
        # neighbours belong together, distant pixels do not
        alike = weights @ weights.T
        assert alike.diagonal(1).min() > 0.7
        assert alike[0, -1].abs() < 0.05


def test_elastic_displacements_have_the_wanted_deviation() -> None:
    augmenter = Augmenter(Augmentation(elastic=0.05), SHAPE)
    field = augmenter._displacement(torch.zeros(600, *SHAPE), seeded())
    assert field is not None
    deviation = field.std(dim=0)
    torch.testing.assert_close(deviation, torch.full_like(deviation, 0.05 * 29), rtol=0.2, atol=0)


def test_noise_has_the_wanted_deviation_and_stays_in_range() -> None:
    augmenter = Augmenter(Augmentation(noise=0.1), SHAPE)
    found = augmenter(torch.full((50, *SHAPE), 0.5), seeded())
    assert float(found.std()) == pytest.approx(0.1, rel=0.02)
    edge = augmenter(torch.zeros(50, *SHAPE), seeded())
    assert float(edge.min()) == 0.0
    assert float(augmenter(torch.ones(50, *SHAPE), seeded()).max()) == 1.0


def test_flips_are_the_eight_positions_of_a_square_in_like_shares() -> None:
    image = torch.arange(9.0).reshape(1, 1, 3, 3)
    found = Augmenter(Augmentation(flip=True), (1, 3, 3))(image.repeat(800, 1, 1, 1), seeded())
    seen = {tuple(each.flatten().tolist()) for each in found}
    turned = [torch.rot90(image, quarter, (2, 3)) for quarter in range(4)]
    wanted = {tuple(some.flatten().tolist()) for each in turned for some in (each, each.flip(3))}
    assert seen == wanted
    counts = np.unique([each.flatten()[:2].tolist() for each in found], axis=0, return_counts=True)
    assert counts[1].min() > 65


def test_windows_that_are_no_squares_are_not_turned() -> None:
    image = torch.rand(1, 2, 3, 4)
    found = Augmenter(Augmentation(flip=True), (2, 3, 4))(image.repeat(60, 1, 1, 1), seeded())
    assert found.shape == (60, 2, 3, 4)
    assert len({tuple(each.flatten().tolist()) for each in found}) == 4


def test_a_seed_decides_everything() -> None:
    wish = Augmentation(
        shift=0.1, rotation=20, scale=0.2, shear=10, elastic=0.05, noise=0.05, flip=True
    )
    augmenter = Augmenter(wish, SHAPE)
    images = torch.rand(6, *SHAPE)
    before = images.clone()
    one, same = augmenter(images, seeded()), augmenter(images, seeded())
    assert torch.equal(one, same)
    assert not torch.equal(one, augmenter(images, seeded(2)))
    assert torch.equal(images, before)
    # every image of a batch is changed in its own way
    alike = augmenter(images[:1].repeat(2, 1, 1, 1), seeded())
    assert not torch.equal(alike[0], alike[1])


def test_a_generator_goes_on_where_a_checkpoint_left_it() -> None:
    augmenter = Augmenter(Augmentation(shift=0.1, elastic=0.03), SHAPE)
    images = torch.rand(4, *SHAPE)
    generator = seeded()
    augmenter(images, generator)
    state = generator.get_state()
    wanted = augmenter(images, generator)
    resumed = torch.Generator()
    resumed.set_state(state)
    assert torch.equal(augmenter(images, resumed), wanted)


def test_all_channels_are_moved_alike() -> None:
    images = torch.rand(3, 1, 9, 9).repeat(1, 4, 1, 1)
    found = Augmenter(Augmentation(rotation=30, elastic=0.05), (4, 9, 9))(images, seeded())
    for channel in range(1, 4):
        assert torch.equal(found[:, channel], found[:, 0])
