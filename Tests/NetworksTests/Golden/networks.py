"""Reference values for networks, optimisers and orders, computed with NumPy only, one formula at a time.

Writes networks.json beside this file. Nothing here follows Longhand's code: activations and losses are written as in a
textbook, gradients are taken of whole matrices, optimisers are written from their papers.
"""
import json, pathlib
import numpy as np

def sigmoid(z): return 1 / (1 + np.exp(-z))
F = {"tanh": np.tanh, "sigmoid": sigmoid, "linear": lambda z: z}
D = {"tanh": lambda y: 1 - y ** 2, "sigmoid": lambda y: y * (1 - y), "linear": lambda y: np.ones_like(y)}

def network(seed, sizes):
    """normal(0, 0.7) weights row by row, then normal biases, layer by layer, from one stream."""
    rng = np.random.default_rng(seed)
    return [(rng.normal(0, 0.7, (a, b)), rng.normal(0, 0.7, b)) for a, b in zip(sizes, sizes[1:])]

def forward(net, names, x):
    ys = [x]
    for (W, b), name in zip(net, names): ys.append(F[name](ys[-1] @ W + b))
    return ys

def gradient(net, names, x, t):
    ys, grads = forward(net, names, x), []
    d = 2 * (ys[-1] - t)
    for k in reversed(range(len(net))):
        d = d * D[names[k]](ys[k + 1])
        grads.insert(0, (np.outer(ys[k], d), d))
        d = net[k][0] @ d
    return ys, grads, d

def flat(pairs): return np.concatenate([np.concatenate([W.ravel(), b]) for W, b in pairs])
def shaped(p, net):
    out, i = [], 0
    for W, b in net:
        out.append((p[i:i + W.size].reshape(W.shape), p[i + W.size:i + W.size + b.size])); i += W.size + b.size
    return out

names = ["tanh", "tanh", "tanh", "sigmoid"]
net = network(5, [3, 4, 3, 2, 2])
x, t = np.array([0.3, -1.2, 0.8]), np.array([1.0, 0.25])
ys, grads, dx = gradient(net, names, x, t)
out = {"deep": {"parameters": flat(net), "outputs": ys[-1], "hidden": ys[1], "loss": ((ys[-1] - t) ** 2).sum(),
                "gradient": flat(grads), "inputs": dx}}

X = np.random.default_rng(11).normal(0, 1, (7, 2)); T = np.random.default_rng(12).uniform(0, 1, (7, 1))
out["data"] = {"X": X, "T": T}
names2 = ["tanh", "linear"]

def step(kind, state, p, g, n, rate):
    if kind == "sgd": return p - rate * g
    if kind == "momentum":
        state["v"] = 0.9 * state.get("v", 0) + g
        return p - rate * state["v"]
    state["m"] = 0.9 * state.get("m", 0) + 0.1 * g
    state["s"] = 0.999 * state.get("s", 0) + 0.001 * g ** 2
    return p - rate * (state["m"] / (1 - 0.9 ** n)) / (np.sqrt(state["s"] / (1 - 0.999 ** n)) + 1e-8)

def train(kind, epochs, rate, batch, reduce, shuffle):
    start = network(3, [2, 3, 1]); p, state, n, losses = flat(start), {}, 0, []
    rng = np.random.default_rng(21)
    whole = lambda: sum(((forward(shaped(p, start), names2, X[i])[-1] - T[i]) ** 2).sum() for i in range(7))
    for _ in range(epochs):
        losses.append(whole())
        order = rng.permutation(7) if shuffle else np.arange(7)
        for first in range(0, 7, batch):
            chosen = order[first:first + batch]
            g = sum(flat(gradient(shaped(p, start), names2, X[i], T[i])[1]) for i in chosen)
            if reduce == "mean": g = g / len(chosen)
            n += 1
            p = step(kind, state, p, g, n, rate)
    losses.append(whole())
    return {"parameters": p, "losses": losses}

for kind, rate in (("sgd", 0.05), ("momentum", 0.01), ("adam", 0.02)):
    out[kind] = train(kind, 12, rate, 7, "sum", False)
    out[kind + "-batches"] = train(kind, 12, rate, 3, "mean", True)

out["orders"] = [np.random.default_rng(21).permutation(7)]

def plain(v):
    if isinstance(v, dict): return {k: plain(x) for k, x in v.items()}
    if isinstance(v, list): return [plain(x) for x in v]
    return v.tolist() if isinstance(v, (np.ndarray, np.generic)) else v

pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(plain(out), indent=1) + "\n")
