class Squares:
    def __init__(self, n):
        self.n = n

    def __getitem__(self, i):
        if isinstance(i, slice):
            return [self[k] for k in range(self.n)][i]
        if i >= self.n:
            raise IndexError("end")
        return i * i

    def __len__(self):
        return self.n


s = Squares(5)
print(s[2], s[1:4], s[::-1], len(s))
print(list(s), 9 in s, 10 in s, sum(s), max(s))
for x in s:
    if x > 4:
        break
    print(x)
print([*s], dict(enumerate(s)), list(zip(s, "abc")))
