class Perceptron:
    def __init__(self, inputs, rate=1):
        self.w = [0] * inputs
        self.b = 0
        self.rate = rate

    def predict(self, x):
        return 1 if sum(w * v for w, v in zip(self.w, x)) + self.b > 0 else 0

    def train(self, data, epochs):
        for epoch in range(epochs):
            mistakes = 0
            for x, target in data:
                error = target - self.predict(x)
                if error:
                    mistakes += 1
                    self.w = [w + self.rate * error * v for w, v in zip(self.w, x)]
                    self.b += self.rate * error
            print(epoch, self.w, self.b, mistakes)
            if not mistakes:
                return epoch
        return None


table = [(0, 0), (0, 1), (1, 0), (1, 1)]
for name, truth in {"and": [0, 0, 0, 1], "or": [0, 1, 1, 1], "xor": [0, 1, 1, 0]}.items():
    p = Perceptron(2)
    print(name, p.train(list(zip(table, truth)), 6), [p.predict(x) for x in table])
