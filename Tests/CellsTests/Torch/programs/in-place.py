import torch


def show(f):
    try:
        print(f())
    except RuntimeError as error:
        print("RuntimeError:", error)
    except (IndexError, TypeError, ValueError) as error:
        print(type(error).__name__, error)


w = torch.tensor([1., 2.], requires_grad=True)


def leaf():
    u = w
    u += 1


def leaf_item():
    w[0] = 1


def leaf_view():
    v = w[0]
    v += 1


def wrong_shape():
    v = torch.tensor([1., 2.])
    v += torch.tensor([[1., 2.], [3., 4.]])


def wrong_item():
    v = torch.tensor([1., 2.])
    v[5] = 1


def wrong_value():
    v = torch.tensor([1., 2.])
    v[0] = torch.tensor([1., 2.])


def wrong_gradient():
    w.grad = torch.tensor(3.)


def computed_flag():
    (w * 2).requires_grad = False


def twice():
    y = (w * w).sum()
    y.backward()
    y.backward()


def overwritten():
    y = w * 2
    z = y.sigmoid()
    z += 1
    z.sum().backward()


def operand_overwritten():
    y = w * 2
    z = y * y
    y += 1
    z.sum().backward()


def integer():
    v = torch.tensor([1, 2])
    v *= 1.5


for f in [leaf, leaf_item, leaf_view, wrong_shape, wrong_item, wrong_value, wrong_gradient, computed_flag, twice,
          overwritten, operand_overwritten, integer]:
    show(f)

with torch.no_grad():
    y = w * 2
    print(y, y.requires_grad, torch.is_grad_enabled())
    w -= 1
    w[0] = 7
print(w, torch.is_grad_enabled())

w.grad = None
y = w * 2
y[0] = 5.
print(y)
y.sum().backward()
print(w.grad)

u = torch.zeros(2)
u += w
u *= w
print(u, u.is_leaf)
w.grad = None
u.sum().backward()
print(w.grad)

v = w.detach()
v[0] = 9
w.data -= 0.5
print(w, v)
w.requires_grad_(False)
print(w)
w.grad = torch.tensor([3., 4.])
print(w.grad)
