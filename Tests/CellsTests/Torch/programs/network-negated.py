import torch

# Two ways to the slope of a flat sigmoid: h * (1 - h) cancels in float32, sigmoid(z) * sigmoid(-z) does not.
for dtype in [torch.float32, torch.float64]:
    z = torch.tensor(16., dtype=dtype)
    h = torch.sigmoid(z)
    print(h, 1 - h, h * (1 - h), torch.sigmoid(z) * torch.sigmoid(-z))
    print((h * (1 - h)).item(), (torch.sigmoid(z) * torch.sigmoid(-z)).item())
