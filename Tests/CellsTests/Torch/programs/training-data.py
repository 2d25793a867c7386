import torch

w = torch.tensor([0.5, -1.], requires_grad=True)
b = torch.zeros(1, requires_grad=True)
X = torch.tensor([[1., 2.], [3., -1.], [0.5, 0.25]])
t = torch.tensor([1., 0., 1.])
for step in range(5):
    y = torch.sigmoid(X @ w + b)
    loss = torch.nn.functional.mse_loss(y, t)
    loss.backward()
    print(f"{step} {loss.item():.6f} {w.grad} {b.grad}")
    w.data -= 0.1 * w.grad
    b.data = b.data - 0.1 * b.grad
    w.grad = None
    b.grad = None
print(w, b, w.grad)
