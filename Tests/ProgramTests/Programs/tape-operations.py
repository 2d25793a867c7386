class Operation:
    def __init__(self, *inputs):
        self.inputs = inputs
        self.value = self.forward(*[i.value for i in inputs])
        self.gradient = 0.0

    def pull(self):
        for i, g in zip(self.inputs, self.backward(*[i.value for i in self.inputs])):
            i.gradient += g * self.gradient


class Input(Operation):
    def __init__(self, value):
        self.inputs, self.value, self.gradient = (), value, 0.0

    def backward(self):
        return ()


class Add(Operation):
    def forward(self, a, b):
        return a + b

    def backward(self, a, b):
        return 1, 1


class Multiply(Operation):
    def forward(self, a, b):
        return a * b

    def backward(self, a, b):
        return b, a


class Square(Operation):
    def forward(self, a):
        return a ** 2

    def backward(self, a):
        return 2 * a,


x, w, b = Input(3.0), Input(0.5), Input(-1.0)
tape = [Multiply(w, x)]
tape.append(Add(tape[-1], b))
tape.append(Square(tape[-1]))
tape[-1].gradient = 1.0
for op in reversed(tape):
    op.pull()
    print(type(op).__name__, op.value, op.gradient)
print(x.gradient, w.gradient, b.gradient)
