import torch

x = torch.arange(4.)
v = x.view(2, 2)
v[0, 0] = 9
print(x)
x[1:3] = 7
print(v)
x += 1
print(v)
v.mul_(2)
print(x)
x[x > 10] = 0
print(x)
x[[0, 1]] = torch.tensor([5., 6.])
print(x)
t = v.T
t[0] = -1
print(x, t, v)
v[:, 1] += 100
print(x)
A = torch.zeros(2, 3)
A[0] = torch.tensor([1., 2., 3.])
A[:, 1] = 5
A[1, 2] -= 4
A[..., 0] = torch.tensor([[8.], [9.]]).squeeze()
print(A)
for row in A:
    row *= 2
print(A)
a, b = A
print(a, b, len(A), 5. in A)
c = A.clone()
c.zero_()
print(A.sum(), c.sum())
