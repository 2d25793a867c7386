import torch


class NeuralNetwork:
    def __init__(self, W, V):
        self.W = torch.tensor(W, dtype=torch.float64, requires_grad=True)
        self.V = torch.tensor(V, dtype=torch.float64, requires_grad=True)

    def forward(self, X):
        return torch.sigmoid(torch.sigmoid(X @ self.W) @ self.V)

    def parameters(self):
        return [self.W, self.V]


X = torch.tensor([[3., 1.], [-1., 4.]], dtype=torch.float64)
T = torch.tensor([[1., 0.], [0., 1.]], dtype=torch.float64)
net = NeuralNetwork([[6., -3.], [-2., 5.]], [[1., -2.], [0.25, 2.]])
for epoch in range(200):
    loss = ((net.forward(X) - T) ** 2).sum()
    loss.backward()
    with torch.no_grad():
        for p in net.parameters():
            p -= 0.5 * p.grad
            p.grad.zero_()
    if epoch % 50 == 0:
        print(epoch, loss, loss.item())
print(net.forward(X))
print(net.forward(X).detach().numpy())
print(net.V)
print(net.W.grad)
