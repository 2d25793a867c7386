class Grid:
    def __init__(self, w, h):
        self.w, self.h = w, h
        self.cells = {}

    def __getitem__(self, key):
        x, y = key
        if not (0 <= x < self.w and 0 <= y < self.h):
            raise IndexError(f"{x}, {y} outside")
        return self.cells.get(key, 0)

    def __setitem__(self, key, value):
        self.cells[key] = value

    def __delitem__(self, key):
        del self.cells[key]

    def __contains__(self, key):
        return key in self.cells

    def __len__(self):
        return self.w * self.h


g = Grid(3, 2)
g[1, 1] = 5
g[0, 1] += 2
print(g[1, 1], g[0, 1], g[2, 0], (1, 1) in g, (2, 0) in g, len(g))
del g[1, 1]
print(g[1, 1], (1, 1) in g)
try:
    g[9, 9]
except IndexError as error:
    print("IndexError:", error)
