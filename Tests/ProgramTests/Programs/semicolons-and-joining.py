a = 1; b = 2; print(a + b)
total = (1 +
         2 + # comment inside
         3)
print(total, \
      "joined")
items = [
    1,
    2,

    3,
]
def f(a,
      b=2,
      ): return a * b
print(items, f(4)); print(f(1, 1))
if a: pass
class Empty: pass
class Doc:
    """text"""
    x = 1
def doc():
    "only a docstring"
print(Empty().__class__.__name__, Doc.x, doc())
for i in range(2): print(i, end=";")
print()
# a comment at the end
