"""The CNN of DeepLearnToolbox (Palm 2012): 6c5-2s-12c5-2s, 3,898 parameters on 28 × 28 digits."""

from __future__ import annotations

from core.networks.cnn.draft import Draft
from core.networks.cnn.fitting import padded_convolution, pool_if_it_fits


def draw_deeplearntoolbox(draft: Draft) -> None:
    """Draw the net of `test_example_CNN.m`.

    Logistic units throughout, pools that take the mean without weights, logistic outputs. The
    toolbox calls a pool "s" and a convolution "c".
    """
    draft.first_weights = "toolbox"
    for number, filters in ((1, 6), (2, 12)):
        padded_convolution(draft, f"conv{number}", filters, 5)
        draft.activation(f"logistic{number}", "logistic")
        pool_if_it_fits(draft, f"pool{number}", "average_pool")
    draft.fully_connected("fc", draft.classes)
    draft.activation("outputs", "logistic")
