"""The BP network: a multilayer perceptron whose gradient is found by back-propagation."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

from core.job import Activation
from core.networks.activations import FUNCTIONS
from core.networks.initialisation import first_weights

CHUNK = 65_536


class BPNetwork:
    """Fully connected layers, for K members at once.

    Members are restarts or folds of one architecture. They share nothing: weights have shape
    (K, inputs, outputs), biases (K, 1, outputs). All of them lie in one tensor `parameters` of
    shape (K, N), so that a trainer moves every weight in a few operations.

    Parameters
    ----------
    sizes
        Units of each layer, inputs first.
    activations
        Activation of each layer after the inputs.
    """

    def __init__(
        self,
        sizes: Sequence[int],
        activations: Sequence[Activation],
        *,
        members: int = 1,
        dtype: torch.dtype = torch.float64,
        device: torch.device | str = "cpu",
    ) -> None:
        self.sizes = tuple(sizes)
        self.activations = tuple(activations)
        self.members = members
        self._functions = [FUNCTIONS[name] for name in self.activations]
        shapes = list(zip(self.sizes, self.sizes[1:], strict=False))
        self.parameter_count = sum((inputs + 1) * outputs for inputs, outputs in shapes)
        self.parameters = torch.zeros(members, self.parameter_count, dtype=dtype, device=device)
        self.gradient = torch.zeros_like(self.parameters)
        self.weights, self.biases = self._views(self.parameters)
        self._weight_gradients, self._bias_gradients = self._views(self.gradient)

    @property
    def device(self) -> torch.device:
        return self.parameters.device

    def initialise(self, inputs: Tensor, seed: int) -> None:
        """Draw first weights for inputs of the ranges seen here, shape (P, S)."""
        low = inputs.amin(dim=0).cpu().numpy().astype(np.float64)
        high = inputs.amax(dim=0).cpu().numpy().astype(np.float64)
        for member in range(self.members):
            layers = first_weights(self.sizes, self.activations, low, high, seed, member)
            for number, (weights, biases) in enumerate(layers):
                self.weights[number][member] = torch.from_numpy(weights.T.copy())
                self.biases[number][member, 0] = torch.from_numpy(biases)

    def forward(self, inputs: Tensor) -> Tensor:
        """Return the outputs, shape (K, P, C), for inputs of shape (P, S) or (K, P, S)."""
        values = self._for_members(inputs)
        for weights, biases, function in zip(
            self.weights, self.biases, self._functions, strict=True
        ):
            values = function.f(torch.baddbmm(biases, values, weights))
        return values

    def loss(self, inputs: Tensor, targets: Tensor) -> Tensor:
        """Return the mean squared error of each member, shape (K,).

        E_p = ½ Σ_k (d_k − y_k)² summed over the outputs k of sample p; MSE = Σ_p E_p / P. The
        division by P, without one by the number of outputs, is our reading of the rule.
        """
        error = self.forward(inputs) - targets
        return (error * error).sum(dim=(1, 2)) / (2 * error.shape[1])

    def backward(self, inputs: Tensor, targets: Tensor) -> Tensor:
        """Return the MSE of each member, shape (K,), and leave its gradient in `gradient`.

        The gradient is that of MSE with respect to `parameters`, by back-propagation.
        """
        values = [self._for_members(inputs)]
        sums = []
        for weights, biases, function in zip(
            self.weights, self.biases, self._functions, strict=True
        ):
            sums.append(torch.baddbmm(biases, values[-1], weights))
            values.append(function.f(sums[-1]))
        error = values[-1] - targets
        samples = error.shape[1]
        loss = (error * error).sum(dim=(1, 2)) / (2 * samples)
        delta = error / samples
        for layer in range(len(self.weights) - 1, -1, -1):
            delta = delta * self._functions[layer].derivative(sums[layer], values[layer + 1])
            torch.bmm(values[layer].transpose(1, 2), delta, out=self._weight_gradients[layer])
            torch.sum(delta, dim=1, keepdim=True, out=self._bias_gradients[layer])
            if layer:
                delta = torch.bmm(delta, self.weights[layer].transpose(1, 2))
        return loss

    def predict(self, inputs: Tensor, chunk: int = CHUNK) -> Tensor:
        """Return the outputs, shape (K, P, C), on the CPU, `chunk` samples at a time."""
        parts = [
            self.forward(part.to(self.device, self.parameters.dtype)).cpu()
            for part in inputs.split(chunk)
        ]
        return torch.cat(parts, dim=1)

    def state(self) -> dict[str, Tensor]:
        """Return copies of the weights and biases by name."""
        tensors = {}
        for number, (weights, biases) in enumerate(zip(self.weights, self.biases, strict=True)):
            tensors[f"weight.{number}"] = weights.detach().cpu().clone()
            tensors[f"bias.{number}"] = biases[:, 0].detach().cpu().clone()
        return tensors

    def load_state(self, tensors: dict[str, Tensor]) -> None:
        """Take weights and biases saved by `state`.

        Raises
        ------
        ValueError
            When one is missing or has another shape.
        """
        for number, (weights, biases) in enumerate(zip(self.weights, self.biases, strict=True)):
            for name, place in ((f"weight.{number}", weights), (f"bias.{number}", biases[:, 0])):
                if name not in tensors or tensors[name].shape != place.shape:
                    raise ValueError(f"{name} is missing or has another shape")
                place.copy_(tensors[name])

    def _for_members(self, inputs: Tensor) -> Tensor:
        return inputs if inputs.dim() == 3 else inputs.expand(self.members, -1, -1)

    def _views(self, flat: Tensor) -> tuple[list[Tensor], list[Tensor]]:
        """Return the weights and biases of each layer as windows on a (K, N) tensor."""
        weights, biases, start = [], [], 0
        for inputs, outputs in zip(self.sizes, self.sizes[1:], strict=False):
            middle, end = start + inputs * outputs, start + (inputs + 1) * outputs
            weights.append(flat[:, start:middle].unflatten(1, (inputs, outputs)))
            biases.append(flat[:, middle:end].unsqueeze(1))
            start = end
        return weights, biases
