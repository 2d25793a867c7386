/// The networks, passes, gradients and runs of the book as a small library in Python with NumPy, by which a notebook stands alone.
///
/// Its names begin with `Book`, so that a chapter may have a `Network` or a `sigmoid` of its own.
let prelude = #"""
    import numpy as np


    class BookValue:
        """Something whose numbers have names: value.w21 or value["w21"]."""

        kind = "value"

        def __getattr__(self, name):
            if name.startswith("__") or name not in self.__dict__.get("_named", {}):
                raise AttributeError(f"a {self.kind} has no '{name}'")
            return self._named[name]

        def __getitem__(self, name):
            return getattr(self, name)

        def __repr__(self):
            return f"<{self.kind}>"


    class BookLayer:
        """A layer: its matrix under its name, with a row for each source and a column for each unit."""

        def __init__(self, name, activation="linear", bias=None, units=None, weights=None, **matrix):
            ((self.matrix, W),) = matrix.items()
            self.name, self.activation = name, activation
            self.W = np.array(W, dtype=float)
            self.b = None if bias is None else np.array(bias, dtype=float)
            sources, count = self.W.shape
            dash = "_" if name[-1].isdigit() else ""
            self.units = units or [f"{name}{dash}{j + 1}" for j in range(count)]
            self.weights = weights or [[self.weight(i + 1, j + 1) for j in range(count)] for i in range(sources)]

        def weight(self, i, j):
            letter = self.matrix.lower()
            apart = letter[-1].isdigit() or i > 9 or j > 9
            return f"{letter}_{i}_{j}" if apart else f"{letter}{i}{j}"

        def parameters(self, W, b):
            """The names of a matrix, its weights and the biases, with their values."""
            values = {self.matrix: W}
            values |= {name: float(w) for names, row in zip(self.weights, W) for name, w in zip(names, row)}
            if b is not None:
                values["b_" + self.name] = b
                values |= {"b_" + unit: float(number) for unit, number in zip(self.units, b)}
            return values

        def outputs(self, z):
            """What the units make of the sums z that arrive at them."""
            if self.activation == "sigmoid":
                small = np.exp(-np.abs(z))
                return np.where(z >= 0, 1, small) / (1 + small)
            if self.activation == "softmax":
                powers = np.exp(z - z.max(axis=-1, keepdims=True))
                return powers / powers.sum(axis=-1, keepdims=True)
            if self.activation == "tanh":
                return np.tanh(z)
            if self.activation == "softplus":
                return np.logaddexp(0, z)
            if self.activation == "relu":
                return np.where(z > 0, z, 0)
            if self.activation == "leaky-relu":
                return np.where(z > 0, z, 0.01 * z)
            return z

        def backward(self, z, y, grad):
            """From the gradient of the outputs y to that of the sums z."""
            if self.activation == "sigmoid":
                return y * (1 - y) * grad
            if self.activation == "softmax":
                return y * (grad - (y * grad).sum(axis=-1, keepdims=True))
            if self.activation == "tanh":
                return (1 - y * y) * grad
            if self.activation == "softplus":
                return grad / (1 + np.exp(-z))
            if self.activation == "relu":
                return np.where(z > 0, 1, 0) * grad
            if self.activation == "leaky-relu":
                return np.where(z > 0, 1, 0.01) * grad
            return grad


    class BookNetwork(BookValue):
        """A network. network.W is a matrix, network.w21 a weight, network.b_h1 a bias."""

        kind = "network"

        def __init__(self, inputs, layers, loss="sse"):
            self._inputs, self._layers, self._loss = list(inputs), layers, loss
            self._named = {}
            for layer in layers:
                self._named |= layer.parameters(layer.W, layer.b)
            self.names = []
            for layer in layers:
                self.names += sum(layer.weights, [])
                self.names += [] if layer.b is None else ["b_" + unit for unit in layer.units]
            self.parameter_count = len(self.names)

        def forward(self, input, targets=None):
            if not isinstance(input, BookInstance):
                targets = [] if targets is None else list(targets)
                names = [f"t{j + 1}" for j in range(len(targets))]
                input = BookInstance(self._inputs, input, names, targets)
            return BookPass(self, input)

        def replace(self, name=None, value=None, **changes):
            """The network with other weights: replace(v11=1.01) or replace("V", matrix)."""
            changes = changes if name is None else {name: value} | changes
            flat = self._flat()
            for name, value in changes.items():
                flat[self._mask([name])] = np.ravel(value)
            return self._with(flat)

        def update(self, gradients, rate, freeze=(), reduce="sum"):
            """One step down the gradient."""
            gradients = [gradients] if isinstance(gradients, BookGradients) else list(gradients)
            total = sum(gradient._flat() for gradient in gradients)
            total = total / len(gradients) if reduce == "mean" else total
            return self._with(self._flat() - rate * np.where(self._mask(freeze), 0, total))

        def train(self, data, epochs, rate, batch=None, reduce=None, shuffle=False, optimizer="sgd", momentum=None,
                  beta1=0.9, beta2=0.999, epsilon=1e-8, freeze=(), seed=0):
            """A run of gradient descent through the data."""
            rng = np.random.default_rng(seed)
            flat, frozen, order = self._flat(), self._mask(freeze), np.arange(len(data))
            first, second, states = np.zeros_like(flat), np.zeros_like(flat), [flat]
            size = len(data) if batch is None else batch
            for epoch in range(epochs):
                order = rng.permutation(len(data)) if shuffle else order
                for begin in range(0, len(data), size):
                    rows = order[begin:begin + size]
                    step = self._with(flat)._gradient(data.X[rows], data.T[rows])
                    step = step / len(rows) if reduce == "mean" else step
                    if optimizer == "adam":
                        count = len(states)
                        first = beta1 * first + (1 - beta1) * step
                        second = beta2 * second + (1 - beta2) * step * step
                        step = first / (1 - beta1**count) / (np.sqrt(second / (1 - beta2**count)) + epsilon)
                    elif optimizer == "momentum" or momentum is not None:
                        first = (0.9 if momentum is None else momentum) * first + step
                        step = first
                    flat = flat - rate * np.where(frozen, 0, step)
                    states.append(flat)
            return BookRun(self, data, epochs, rate, states)

        def _flat(self):
            return np.array([self._named[name] for name in self.names])

        def _mask(self, names):
            """Which of the parameters go by these names; a matrix is all of its weights."""
            names, wanted = [names] if isinstance(names, str) else names, set()
            for layer in self._layers:
                wanted |= set(sum(layer.weights, [])) if layer.matrix in names else set()
                wanted |= {"b_" + unit for unit in layer.units} if "b_" + layer.name in names else set()
            return np.array([name in wanted or name in names for name in self.names])

        def _with(self, flat):
            layers, at = [], 0
            for layer in self._layers:
                W = flat[at:at + layer.W.size].reshape(layer.W.shape)
                at += layer.W.size
                b = None if layer.b is None else flat[at:at + layer.b.size]
                at += 0 if b is None else b.size
                layers.append(BookLayer(
                    layer.name, layer.activation, b, layer.units, layer.weights, **{layer.matrix: W}))
            return BookNetwork(self._inputs, layers, self._loss)

        def _run(self, X):
            """The sums and the outputs of all layers, with a row for each instance."""
            sums, outputs = [], [X]
            for layer in self._layers:
                z = outputs[-1] @ layer.W
                sums.append(z if layer.b is None else z + layer.b)
                outputs.append(layer.outputs(sums[-1]))
            return sums, outputs

        def _losses(self, sums, outputs, T):
            """The loss of every instance."""
            z, errors = sums[-1], outputs[-1] - T
            if self._loss == "bce":
                return (T * np.logaddexp(0, -z) + (1 - T) * np.logaddexp(0, z)).sum(axis=-1)
            if self._loss == "softmax-ce":
                top = z.max(axis=-1, keepdims=True)
                return (T * (top - z + np.log(np.exp(z - top).sum(axis=-1, keepdims=True)))).sum(axis=-1)
            if self._loss == "mse":
                return (errors * errors).mean(axis=-1)
            return (errors * errors).sum(axis=-1) / (2 if self._loss == "half-sse" else 1)

        def _backward(self, sums, outputs, T):
            """The gradients of inputs and outputs, of sums, of matrices and of biases, each from the first layer on."""
            y, errors = outputs[-1], outputs[-1] - T
            with np.errstate(divide="ignore", invalid="ignore"):
                if self._loss == "bce":
                    grad = np.where(T == 1, 0, (1 - T) / (1 - y)) - np.where(T == 0, 0, T / y)
                elif self._loss == "softmax-ce":
                    grad = np.where(T == 0, 0, -T / y)
                else:
                    grad = {"sse": 2, "half-sse": 1, "mse": 2 / T.shape[-1]}[self._loss] * errors
            by_outputs, by_sums, by_W, by_b = [grad], [], [], []
            for k in reversed(range(len(self._layers))):
                layer = self._layers[k]
                if k == len(self._layers) - 1 and self._loss in ("bce", "softmax-ce"):
                    total = T.sum(axis=-1, keepdims=True) if self._loss == "softmax-ce" else 1
                    grad = y * total - T
                else:
                    grad = layer.backward(sums[k], outputs[k + 1], grad)
                by_sums.insert(0, grad)
                by_W.insert(0, outputs[k].T @ grad)
                by_b.insert(0, None if layer.b is None else grad.sum(axis=0))
                grad = grad @ layer.W.T
                by_outputs.insert(0, grad)
            return by_outputs, by_sums, by_W, by_b

        def _gradient(self, X, T):
            """The gradient of the whole loss by all parameters, in one row."""
            sums, outputs = self._run(X)
            _, _, by_W, by_b = self._backward(sums, outputs, T)
            return np.concatenate([part.ravel() for pair in zip(by_W, by_b) for part in pair if part is not None])

        def _layer_names(self, sums, outputs):
            """The names of a pass or its gradients, with their values."""
            named = {"inputs": outputs[0], "outputs": outputs[-1]}
            for layer, z, y in zip(self._layers, sums, outputs[1:]):
                for ending, values in [("_in", z), ("_out", y)]:
                    named[layer.name + ending] = values
                    named |= {unit + ending: float(number) for unit, number in zip(layer.units, values)}
            named |= {name: float(number) for name, number in zip(self._inputs, outputs[0])}
            for layer, y in zip(self._layers, outputs[1:]):
                named[layer.name] = y
                named |= {unit: float(number) for unit, number in zip(layer.units, y)}
            return named


    class BookInstance(BookValue):
        """One row of a data set."""

        kind = "instance"

        def __init__(self, input_names, inputs, target_names=(), targets=()):
            self.inputs, self.targets = np.array(inputs, dtype=float), np.array(targets, dtype=float)
            self._target_names = list(target_names)
            names = list(input_names) + self._target_names
            self._named = dict(zip(names, np.concatenate([self.inputs, self.targets]).tolist()))


    class BookData(BookValue):
        """A data set: X has the inputs and T the targets, with a row for each instance."""

        kind = "data set"

        def __init__(self, inputs, targets, rows):
            rows = np.array(rows, dtype=float)
            self._inputs, self._targets = list(inputs), list(targets)
            self.X, self.T = rows[:, :len(self._inputs)], rows[:, len(self._inputs):]
            self._named = dict(zip(self._inputs + self._targets, rows.T))

        def __len__(self):
            return len(self.X)

        def __getitem__(self, index):
            if isinstance(index, str):
                return getattr(self, index)
            return BookInstance(self._inputs, self.X[index], self._targets, self.T[index])


    class BookPass(BookValue):
        """A forward pass. pass.h1_in arrives at a unit, pass.h1 leaves it."""

        kind = "forward pass"

        def __init__(self, network, instance):
            self.network, self.instance = network, instance
            sums, outputs = network._run(instance.inputs[np.newaxis])
            self._values, T = (sums, outputs), instance.targets
            named = {}
            if len(T):
                errors = outputs[-1][0] - T
                named = {"targets": T, "errors": errors, "loss": float(network._losses(sums, outputs, T[np.newaxis])[0])}
                named |= {f"t{j + 1}": float(number) for j, number in enumerate(T)}
                named |= {f"e{j + 1}": float(number) for j, number in enumerate(errors)}
                named |= dict(zip(instance._target_names, T.tolist()))
            self._named = named | network._layer_names([z[0] for z in sums], [y[0] for y in outputs])

        def backward(self):
            parts = self.network._backward(*self._values, self.instance.targets[np.newaxis])
            by_outputs, by_sums = [[row[0] for row in part] for part in parts[:2]]
            return BookGradients(self.network, by_outputs, by_sums, *parts[2:])


    class BookGradients(BookValue):
        """The derivatives of the loss: gradients.w21, gradients.h1_in."""

        kind = "gradients"

        def __init__(self, network, *parts):
            self.network, self._parts = network, parts
            by_outputs, by_sums, by_W, by_b = parts
            self._named = network._layer_names(by_sums, by_outputs)
            for layer, W, b in zip(network._layers, by_W, by_b):
                self._named |= layer.parameters(W, b)

        def _flat(self):
            return np.array([self._named[name] for name in self.network.names])

        def __add__(self, other):
            pairs = zip(self._parts, other._parts)
            return BookGradients(self.network, *[
                [None if x is None else x + y for x, y in zip(mine, yours)] for mine, yours in pairs])

        def __mul__(self, factor):
            return BookGradients(self.network, *[
                [None if x is None else x * factor for x in part] for part in self._parts])

        __rmul__ = __mul__

        def __sub__(self, other):
            return self + -1 * other


    class BookRun(BookValue):
        """A training run: the losses on the way, and the network at every point of it."""

        kind = "training run"

        def __init__(self, start, data, epochs, rate, states):
            self.start, self.epochs, self.rate, self._states = start, epochs, rate, states
            self.network = start._with(states[-1])
            self._stride = (len(states) - 1) // epochs if epochs else 1
            rows = []
            for k in range(epochs + 1):
                network = self.epoch(k)
                rows.append(network._losses(*network._run(data.X), data.T))
            self.losses = np.array(rows).T
            self.loss = self.losses.sum(axis=0)

        def epoch(self, k):
            return self.step(k * self._stride)

        def step(self, k):
            return self.start._with(self._states[k])
    """#
