import torch

A = torch.tensor([[1., 2., 3.], [4., 5., 6.]], requires_grad=True)
b = torch.tensor([10., 20., 30.], requires_grad=True)
c = torch.tensor([[0.5], [2.]], requires_grad=True)
s = torch.tensor(3., requires_grad=True)
y = (A * b + c) / s - b ** 2 / (A + c)
print(y)
y.sum().backward()
for p in [A, b, c, s]:
    print(p.grad)
for p in [A, b, c, s]:
    p.grad = None
z = torch.stack([A.sum(0), b]).T @ torch.cat([c, c], dim=1)
print(z)
z.mean().backward()
for p in [A, b, c, s]:
    print(p.grad)
w = torch.where(A > 2.5, A * s, c.expand(2, 3))
print(w)
w.sum().backward()
print(A.grad, c.grad, s.grad)
