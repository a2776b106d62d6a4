"""The BP network: fully connected layers, and their gradient by hand-written back-propagation.

The first dimension of every tensor counts members: K networks of one architecture that are
computed together and never see one another.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch
from torch import Tensor

from core.networks.activations import TABLE

ALIGNMENT_BYTES = 64
KEPT_BUFFERS = 4


class BPNetwork:
    """K BP networks (multilayer perceptrons) of one architecture.

    Layer l computes y = f(W·x + b). All parameters lie in one tensor and all gradients in
    another, so that a trainer needs few operations whatever the number of layers. Everything
    starts at zero: see `core.networks.initialisation`.

    Parameters
    ----------
    sizes
        Units of each layer, inputs first.
    activations
        Name of the activation of each layer after the inputs.
    members
        K, the number of networks.
    dtype, device
        Of the parameters, and of the inputs and targets given later.

    Attributes
    ----------
    parameters, gradients
        Shape (K, N). Between the layers lie a few zeros that are no parameters.
    weights, weight_gradients
        Views of them, one a layer, shape (K, S_out, S_in).
    biases, bias_gradients
        Views of them, one a layer, shape (K, S_out).

    Notes
    -----
    A member computes the same bits whether alone or among others, as long as torch uses one
    thread. For this every matrix of a member starts at a multiple of 64 bytes (the order in
    which the matrix product adds depends on it) and is followed by a gap (without which
    elementwise functions run across members, and their last elements are rounded differently).
    """

    def __init__(
        self,
        sizes: Sequence[int],
        activations: Sequence[str],
        members: int = 1,
        *,
        dtype: torch.dtype = torch.float64,
        device: torch.device | str = "cpu",
    ) -> None:
        if len(activations) != len(sizes) - 1:
            raise ValueError("a network needs one activation for each layer after the inputs")
        self.sizes = tuple(sizes)
        self.activations = tuple(activations)
        self.members = members
        self.dtype = dtype
        self.device = torch.device(device)
        self._functions = [TABLE[name] for name in activations]
        self._buffers: dict[int, _Buffers] = {}
        self._layout()

    def _layout(self) -> None:
        spans, length = [], 0
        for wide, narrow in zip(self.sizes, self.sizes[1:], strict=False):
            bias = length + _aligned(wide * narrow, self.dtype)
            spans.append((length, bias, wide, narrow))
            length = bias + _aligned(narrow, self.dtype)
        self._spans = spans
        self.parameters = torch.zeros(
            self.members, length, dtype=self.dtype, device=self.device
        )
        self.gradients = torch.zeros_like(self.parameters)
        self.weights, self.biases = self._views(self.parameters)
        self.weight_gradients, self.bias_gradients = self._views(self.gradients)
        self._transposed = tuple(weight.mT for weight in self.weights)
        self._columns = tuple(bias.unsqueeze(2) for bias in self.biases)

    def _views(self, flat: Tensor) -> tuple[tuple[Tensor, ...], tuple[Tensor, ...]]:
        weights = tuple(
            flat[:, start : start + wide * narrow].unflatten(1, (narrow, wide))
            for start, _, wide, narrow in self._spans
        )
        biases = tuple(flat[:, bias : bias + narrow] for _, bias, _, narrow in self._spans)
        return weights, biases

    def forward(self, inputs: Tensor) -> Tensor:
        """Compute the outputs of every member.

        Parameters
        ----------
        inputs
            Shape (P, S) for all members alike, or (K, P, S) for each its own.

        Returns
        -------
        Tensor
            Shape (K, P, C), a copy.
        """
        return self._outputs(inputs).mT.clone(memory_format=torch.contiguous_format)

    def predict(self, inputs: Tensor, chunk: int = 65536) -> Tensor:
        """Compute the outputs of many samples, `chunk` at a time to bound the memory.

        Parameters
        ----------
        inputs
            Shape (P, S), P may be 0.
        chunk
            Samples computed at once. The result does not depend on it beyond rounding.

        Returns
        -------
        Tensor
            Shape (K, P, C).
        """
        outputs = torch.empty(
            self.members, len(inputs), self.sizes[-1], dtype=self.dtype, device=self.device
        )
        kept, self._buffers = self._buffers, {}
        try:
            for start in range(0, len(inputs), chunk):
                part = self._outputs(inputs[start : start + chunk])
                outputs[:, start : start + chunk] = part.mT
        finally:
            self._buffers = kept
        return outputs

    def loss(self, inputs: Tensor, targets: Tensor) -> Tensor:
        """Mean squared error of every member.

        Parameters
        ----------
        inputs
            Shape (P, S) or (K, P, S), P at least 1.
        targets
            Shape (P, C) or (K, P, C).

        Returns
        -------
        Tensor
            Shape (K,). MSE = E / P with E = Σ_p ½ Σ_k (d - y)². The division by the number of
            samples P, with the ½ kept inside E, is this project's reading: the document that
            describes the algorithm gives E but leaves the normalisation of the MSE out.
        """
        return _mean_squared(self._outputs(inputs).sub_(targets.mT))

    def gradient(self, inputs: Tensor, targets: Tensor) -> tuple[Tensor, Tensor]:
        """Mean squared error and, in `gradients`, ∂E/∂w for every parameter.

        E is the sum over the samples (see `loss`), not their mean.

        Parameters
        ----------
        inputs
            Shape (P, S) or (K, P, S), P at least 1.
        targets
            Shape (P, C) or (K, P, C).

        Returns
        -------
        loss
            Shape (K,), as from `loss`.
        gradients
            Shape (K, N), the network's own tensor: the next call overwrites it.
        """
        errors = self._output_errors(inputs, targets)
        loss = _mean_squared(errors)
        self._propagate_back(inputs, errors)
        return loss, self.gradients

    def backpropagate(self, inputs: Tensor, targets: Tensor) -> Tensor:
        """Do what `gradient` does without measuring the error; return `gradients`."""
        self._propagate_back(inputs, self._output_errors(inputs, targets))
        return self.gradients

    def state(self, flat: Tensor | None = None) -> dict[str, Tensor]:
        """Copy the parameters under names: weight.0 (K, S_out, S_in), bias.0 (K, S_out), …

        Parameters
        ----------
        flat
            Another tensor laid out like `parameters`, to be named instead of them.
        """
        weights, biases = self._views(self.parameters if flat is None else flat)
        named = {}
        for layer, (weight, bias) in enumerate(zip(weights, biases, strict=True)):
            named[f"weight.{layer}"] = weight.clone(memory_format=torch.contiguous_format)
            named[f"bias.{layer}"] = bias.clone(memory_format=torch.contiguous_format)
        return named

    def load_state(self, state: Mapping[str, Tensor], flat: Tensor | None = None) -> None:
        """Take parameters over from what `state` returned, into `flat` when it is given.

        Raises
        ------
        ValueError
            When the names or shapes are those of another architecture or number of members.
        """
        weights, biases = self._views(self.parameters if flat is None else flat)
        wanted = {f"weight.{layer}": view for layer, view in enumerate(weights)}
        wanted |= {f"bias.{layer}": view for layer, view in enumerate(biases)}
        if {name: view.shape for name, view in wanted.items()} != {
            name: value.shape for name, value in state.items()
        }:
            raise ValueError("these parameters belong to another architecture")
        for name, view in wanted.items():
            view.copy_(state[name])

    def _outputs(self, inputs: Tensor) -> Tensor:
        """Fill the buffers; the result (K, C, P) is one of them and may be overwritten."""
        values = self._per_member(inputs)
        buffers = self._buffers_for(inputs.shape[-2])
        for weight, bias, function, layer in zip(
            self.weights, self._columns, self._functions, buffers.outputs, strict=True
        ):
            torch.baddbmm(bias, weight, values, out=layer)
            values = function.apply(layer)
        return values

    def _output_errors(self, inputs: Tensor, targets: Tensor) -> Tensor:
        outputs = self._outputs(inputs)
        return torch.sub(outputs, targets.mT, out=self._buffers_for(inputs.shape[-2]).deltas[-1])

    def _propagate_back(self, inputs: Tensor, errors: Tensor) -> None:
        buffers = self._buffers_for(inputs.shape[-2])
        delta = self._functions[-1].chain(errors, buffers.outputs[-1])
        for layer in range(len(self.weights) - 1, -1, -1):
            below = buffers.transposed[layer - 1] if layer else self._per_member(inputs).mT
            torch.bmm(delta, below, out=self.weight_gradients[layer])
            torch.sum(delta, 2, out=self.bias_gradients[layer])
            if layer:
                torch.bmm(self._transposed[layer], delta, out=buffers.deltas[layer - 1])
                delta = self._functions[layer - 1].chain(
                    buffers.deltas[layer - 1], buffers.outputs[layer - 1]
                )

    def _per_member(self, inputs: Tensor) -> Tensor:
        """Inputs as (K, S, P), without copying."""
        return inputs.mT.expand(self.members, -1, -1)

    def _buffers_for(self, samples: int) -> _Buffers:
        found = self._buffers.get(samples)
        if found is None:
            if len(self._buffers) >= KEPT_BUFFERS:
                self._buffers.clear()
            found = _Buffers(self, samples)
            self._buffers[samples] = found
        return found


class _Buffers:
    """Room for the outputs and deltas of every layer at one number of samples."""

    def __init__(self, network: BPNetwork, samples: int) -> None:
        self._network = network
        self._samples = samples
        self._deltas: list[Tensor] | None = None
        self.outputs = self._room()
        self.transposed = [layer.mT for layer in self.outputs]

    @property
    def deltas(self) -> list[Tensor]:
        """Made when a gradient is first wanted: predicting needs none."""
        if self._deltas is None:
            self._deltas = self._room()
        return self._deltas

    def _room(self) -> list[Tensor]:
        network = self._network
        room = []
        for units in network.sizes[1:]:
            length = units * self._samples
            block = torch.empty(
                network.members,
                _aligned(length + 1, network.dtype),
                dtype=network.dtype,
                device=network.device,
            )
            room.append(block[:, :length].unflatten(1, (units, self._samples)))
        return room


def _aligned(elements: int, dtype: torch.dtype) -> int:
    """Round a number of elements up to whole blocks of `ALIGNMENT_BYTES`."""
    block = ALIGNMENT_BYTES // dtype.itemsize
    return -(-elements // block) * block


def _mean_squared(errors: Tensor) -> Tensor:
    """MSE (K,) of errors (K, C, P)."""
    return errors.square().sum((1, 2)).mul_(0.5 / errors.shape[2])
