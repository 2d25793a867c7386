import torch

# A chain of operations by hand beside PyTorch's.
x = torch.tensor([0.5, -1.5, 2.], dtype=torch.float64, requires_grad=True)
y = torch.tanh(x) * torch.exp(-x) + torch.log(x * x + 1)
y = (y - y.mean()) / (y.max() - y.min())
loss = (y ** 2).mean() + torch.relu(y).sum() + y.abs().max()
loss.backward()
print(y)
print(loss.item())
print(x.grad.tolist())


def f(x):
    y = torch.tanh(x) * torch.exp(-x) + torch.log(x * x + 1)
    y = (y - y.mean()) / (y.max() - y.min())
    return (y ** 2).mean() + torch.relu(y).sum() + y.abs().max()


with torch.no_grad():
    h = 1e-5
    for k in range(3):
        e = torch.zeros(3, dtype=torch.float64)
        e[k] = h
        print(f"{((f(x + e) - f(x - e)) / (2 * h)).item():.6f}")
