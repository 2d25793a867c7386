import torch

# Sums whose last digits depend on the order of the terms.
for n in [1, 3, 5, 7, 8, 9, 15, 16, 17, 31, 33, 64, 100, 129, 300, 1000, 5000]:
    x = (torch.arange(n) % 17).float() / 7 - 1.1
    y = (torch.arange(n) % 23).double() / 7 - 1.1
    print(n, x.sum().item(), x.mean().item(), y.sum().item(), (x * x).mean().item())
for rows, columns in [(2, 3), (3, 5), (5, 2), (7, 9), (9, 40), (40, 9), (100, 3), (3, 100), (70, 33)]:
    A = (torch.arange(rows * columns) % 29).float().reshape(rows, columns) / 11 - 1.3
    print(rows, columns, A.sum(0).sum().item(), A.sum(1)[-1].item(), A.mean(0)[0].item(), A.sum().item(), A.sum((0, 1)).item())
    B = A.double() * 1.1
    print(B.sum(0)[-1].item(), B.sum(1)[0].item(), B.mean().item())
C = (torch.arange(60) % 13).float().reshape(3, 4, 5) / 7
print(C.sum(0)[1, 2].item(), C.sum(1)[1, 2].item(), C.sum(2)[1, 2].item(), C.sum((0, 1))[3].item(), C.sum((1, 2))[1].item())
A = (torch.arange(12) % 5).float().reshape(3, 4) / 3
B = (torch.arange(20) % 7).float().reshape(4, 5) / 3
print((A @ B).tolist(), (A @ B[:, 0]).tolist(), (A[0] @ B).tolist())
