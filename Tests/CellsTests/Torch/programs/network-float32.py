import torch

# The 2-2-2 network of the book with scalars, weight by weight.
w11, w12, w21, w22 = [torch.tensor(w, requires_grad=True) for w in (6., -3., -2., 5.)]
v11, v12, v21, v22 = [torch.tensor(v, requires_grad=True) for v in (1., -2., 0.25, 2.)]
x1, x2, t1, t2 = torch.tensor(3.), torch.tensor(1.), torch.tensor(1.), torch.tensor(0.)

h1 = torch.sigmoid(w11 * x1 + w21 * x2)
h2 = torch.sigmoid(w12 * x1 + w22 * x2)
y1 = torch.sigmoid(v11 * h1 + v21 * h2)
y2 = torch.sigmoid(v12 * h1 + v22 * h2)
loss = (y1 - t1) ** 2 + (y2 - t2) ** 2
print(h1, h2, y1, y2)
print(loss)
loss.backward()
print(w11.grad, w12.grad)
print(w21.grad, w22.grad)
print(v11.grad, v12.grad)
print(v21.grad, v22.grad)
for g in [w11.grad, w12.grad, w21.grad, w22.grad, v11.grad, v12.grad, v21.grad, v22.grad]:
    print(g.item(), f"{g:.4f} {g:+.3e}")
