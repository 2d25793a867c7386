import torch

x = torch.tensor(3., requires_grad=True)
y = x * x
y.backward(retain_graph=True)
g = x.grad
print(g)
y.backward()
print(x.grad, g, g is x.grad)
x.grad.zero_()
print(g)
z = x + 1
z.backward()
z.backward()
print(x.grad)
x.grad = None
for k in range(3):
    (x ** k).backward() if k > 0 else None
print(x.grad)
a = torch.tensor([1., 2.], requires_grad=True)
b = a * 3
b.retain_grad()
(b * b).sum().backward()
print(a.grad, b.grad)
d = a.double()
(d.exp() / d).sum().backward()
print(a.grad, d)
s = sum(k * x for k in range(5))
s.backward()
print(s, x.grad)
