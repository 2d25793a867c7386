class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]

    def shape(self):
        return len(self.rows), len(self.rows[0])

    def __matmul__(self, o):
        if self.shape()[1] != o.shape()[0]:
            raise ValueError(f"shapes {self.shape()} and {o.shape()} do not fit")
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])

    def __getitem__(self, place):
        i, j = place
        if isinstance(i, slice):
            return [row[j] for row in self.rows[i]]
        return self.rows[i][j]

    def __setitem__(self, place, value):
        self.rows[place[0]][place[1]] = value

    def transposed(self):
        return Matrix(zip(*self.rows))

    def __iter__(self):
        return iter(self.rows)

    def __eq__(self, o):
        return self.rows == o.rows

    def __repr__(self):
        return "\n".join(" ".join(f"{v:5.1f}" for v in row) for row in self.rows)


a = Matrix([[1, 2], [3, 4]])
a[0, 1] += 0.5
print(a)
print(a @ a.transposed())
print(a[1, 0], a[:, 1], a == Matrix(a), [sum(r) for r in a], a.shape())
try:
    a @ Matrix([[1, 2, 3]])
except ValueError as e:
    print(e)
