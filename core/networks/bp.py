"""The BP network: a multilayer perceptron whose gradient is found by back-propagation."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

from core.job import Activation, Initialisation, Loss
from core.networks.activations import FUNCTIONS, delta_of
from core.networks.forward import parameter_count
from core.networks.initialisation import first_weights
from core.networks.kernel_network import KernelNetwork
from core.networks.predicting import predict_by_kernel

CHUNK = 65_536
EVERY = slice(None)


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
    loss
        What `loss` and `backward` mean by error. Cross-entropy takes logistic or softmax outputs.
    """

    def __init__(
        self,
        sizes: Sequence[int],
        activations: Sequence[Activation],
        *,
        members: int = 1,
        loss: Loss = "mse",
        dtype: torch.dtype = torch.float64,
        device: torch.device | str = "cpu",
    ) -> None:
        self.sizes = tuple(sizes)
        self.activations = tuple(activations)
        self.members = members
        if loss == "cross_entropy" and self.activations[-1] not in ("logistic", "softmax"):
            raise ValueError("cross-entropy takes logistic or softmax outputs")
        self.loss_name = loss
        self._functions = [FUNCTIONS[name] for name in self.activations]
        self.kernel = KernelNetwork.of(self.sizes, self.activations, loss)
        self.parameter_count = parameter_count(self.sizes)
        self.parameters = torch.zeros(members, self.parameter_count, dtype=dtype, device=device)
        self.gradient = torch.zeros_like(self.parameters)
        self.weights, self.biases = self._views(self.parameters)
        self._weight_gradients, self._bias_gradients = self._views(self.gradient)

    @property
    def device(self) -> torch.device:
        return self.parameters.device

    def initialise(
        self,
        inputs: Tensor,
        seed: int,
        *,
        method: Initialisation = "nguyen_widrow",
        spread: float = 1.0,
        members: slice = EVERY,
        first_number: int = 0,
    ) -> None:
        """Draw first weights for inputs of the ranges seen here, shape (P, S).

        Parameters
        ----------
        method, spread
            See `core.networks.initialisation.first_weights`.
        members
            The members to draw for; all of them if not said.
        first_number
            Number of member 0: random numbers hang on the seed and the member's number alone.
        """
        low = inputs.amin(dim=0).cpu().numpy().astype(np.float64)
        high = inputs.amax(dim=0).cpu().numpy().astype(np.float64)
        for member in range(*members.indices(self.members)):
            layers = first_weights(
                self.sizes,
                self.activations,
                low,
                high,
                seed,
                first_number + member,
                method=method,
                spread=spread,
            )
            for number, (weights, biases) in enumerate(layers):
                self.weights[number][member] = torch.from_numpy(weights.T.copy())
                self.biases[number][member, 0] = torch.from_numpy(biases)

    def forward(self, inputs: Tensor, members: slice = EVERY) -> Tensor:
        """Return the outputs, shape (K, P, C), for inputs of shape (P, S) or (K, P, S)."""
        return self._layers(inputs, members)[1][-1]

    def loss(self, inputs: Tensor, targets: Tensor, members: slice = EVERY) -> Tensor:
        """Return the mean error of each member, float64, shape (K,).

        For the squared error E_p = ½ Σ_k (d_k − y_k)² summed over the outputs k of sample p, and
        MSE = Σ_p E_p / P. The division by P, without one by the number of outputs, is our reading
        of the rule. Cross-entropy is E_p = −Σ_k d_k ln y_k for softmax, and
        −Σ_k [d_k ln y_k + (1 − d_k) ln(1 − y_k)] for logistic outputs.
        """
        outputs = self.forward(inputs, members)
        return self._errors(outputs, targets) / outputs.shape[1]

    def backward(self, inputs: Tensor, targets: Tensor) -> Tensor:
        """Return the mean error of each member, shape (K,), and leave its gradient in `gradient`.

        The gradient is that of the mean error with respect to `parameters`, by back-propagation.
        """
        self.gradient.zero_()
        samples = inputs.shape[-2]
        return self.accumulate(inputs, targets, samples) / samples

    def accumulate(
        self,
        inputs: Tensor,
        targets: Tensor,
        samples: int,
        members: slice = EVERY,
        masks: list[Tensor] | None = None,
    ) -> Tensor:
        """Return Σ E_p of each member, and add the gradient of Σ E_p / `samples` to `gradient`.

        Parameters
        ----------
        masks
            For dropout: a factor for each hidden unit and sample, shape (K, P, units) a layer.
        """
        sums, values = self._layers(inputs, members, masks)
        found = self._errors(values[-1], targets)
        slope = (values[-1] - targets) / samples
        last = len(self.weights) - 1
        for layer in range(last, -1, -1):
            if layer == last and self.loss_name == "cross_entropy":
                delta = slope
            elif layer == last or masks is None:
                delta = delta_of(self.activations[layer], slope, sums[layer], values[layer + 1])
            else:
                plain = self._functions[layer].f(sums[layer])
                masked = slope * masks[layer]
                delta = delta_of(self.activations[layer], masked, sums[layer], plain)
            self._weight_gradients[layer][members].baddbmm_(values[layer].transpose(1, 2), delta)
            self._bias_gradients[layer][members].add_(delta.sum(dim=1, keepdim=True))
            if layer:
                slope = torch.bmm(delta, self.weights[layer][members].transpose(1, 2))
        return found

    def predict(
        self, inputs: Tensor, members: slice = EVERY, chunk: int = CHUNK, threads: int = 0
    ) -> Tensor:
        """Return the outputs, shape (K, P, C), on the CPU, `chunk` samples at a time.

        Parameters
        ----------
        threads
            How many the compiled kernel may use; 0 for as many as there are cores.
        """
        if self.device.type == "cpu" and self.parameters.dtype == torch.float64:
            return predict_by_kernel(self, inputs, members, threads)
        parts = [
            self.forward(part.to(self.device, self.parameters.dtype), members).cpu()
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

    def _layers(
        self, inputs: Tensor, members: slice, masks: list[Tensor] | None = None
    ) -> tuple[list[Tensor], list[Tensor]]:
        """Return the sums of each layer, and the values of each layer with the inputs first."""
        count = len(range(*members.indices(self.members)))
        values = [inputs if inputs.dim() == 3 else inputs.expand(count, -1, -1)]
        sums = []
        for layer, function in enumerate(self._functions):
            biases, weights = self.biases[layer][members], self.weights[layer][members]
            sums.append(torch.baddbmm(biases, values[-1], weights))
            found = function.f(sums[-1])
            hidden = layer < len(self._functions) - 1
            values.append(found * masks[layer] if masks is not None and hidden else found)
        return sums, values

    def _errors(self, outputs: Tensor, targets: Tensor) -> Tensor:
        """Return Σ_p E_p of each member, float64, shape (K,)."""
        if self.loss_name == "mse":
            error = outputs - targets
            return (error * error).sum(dim=(1, 2), dtype=torch.float64) / 2
        # −100 for the logarithm of an output that has become 0, as torch's own losses count it
        found = targets * outputs.log().clamp(min=-100)
        if self.activations[-1] == "logistic":
            found = found + (1 - targets) * (1 - outputs).log().clamp(min=-100)
        return -found.sum(dim=(1, 2), dtype=torch.float64)

    def is_weight(self) -> Tensor:
        """Return 1 for weights and 0 for biases, shape (N,), in the order of `parameters`."""
        flat = torch.zeros(1, self.parameter_count, dtype=self.parameters.dtype, device=self.device)
        for weights in self._views(flat)[0]:
            weights.fill_(1.0)
        return flat[0]

    def _views(self, flat: Tensor) -> tuple[list[Tensor], list[Tensor]]:
        """Return the weights and biases of each layer as windows on a (K, N) tensor."""
        weights, biases, start = [], [], 0
        for inputs, outputs in zip(self.sizes, self.sizes[1:], strict=False):
            middle, end = start + inputs * outputs, start + (inputs + 1) * outputs
            weights.append(flat[:, start:middle].unflatten(1, (inputs, outputs)))
            biases.append(flat[:, middle:end].unsqueeze(1))
            start = end
        return weights, biases
