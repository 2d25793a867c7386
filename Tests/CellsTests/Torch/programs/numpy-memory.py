import numpy as np
import torch

x = np.zeros(2)
y = torch.from_numpy(x)
y += 1
print(x, y)
z = y.numpy()
z[0] = 5
print(x, y, z)
a = np.arange(6.).reshape(2, 3)
t = torch.from_numpy(a.T)
t[0, 1] = 100
print(a, t)
v = torch.from_numpy(a[:, 1:])
v.mul_(2)
print(a)
c = torch.tensor(a)
c.zero_()
print(a.sum(), c.dtype, c)
w = torch.ones(2, 2)
n = w.T.numpy()
n[0, 1] = 7
print(w, n, n.dtype)
rng = np.random.default_rng(0)
m = torch.from_numpy(rng.normal(size=(2, 2)))
print(m, m.float())
p = torch.tensor(rng.normal(size=3), requires_grad=True)
(p ** 2).sum().backward()
print(p, p.grad.numpy(), p.detach().numpy().shape)
print(np.float64(2) * torch.tensor(1.), torch.tensor(1.) * np.float32(2), torch.tensor(np.float64(0.1)))
