for x in (-5, 0, 7):
    sign = "neg" if x < 0 else "zero" if x == 0 else "pos"
    print(x, sign, (x if x > 0 else -x), [x] if x else [])
print("a" if [] else "b", ("x" if True else 1 / 0), (1 / 0 if False else "y"))
f = (lambda n: "odd" if n % 2 else "even")
print([f(n) for n in range(4)], [n if n % 2 else "e" for n in range(4)])
print(1 if True else 2 + 3, (1 if True else 2) + 3)
print("yes" if 1 < 2 and not 3 < 2 else "no")
print({True: "t", False: "f"}[3 > 2], ["no", "yes"][5 in [5]])
if not [] and () == () or undefined:
    print("reached")
elif 1:
    print("never")
x = 3
if x > 5: print("big")
elif x > 2: print("middle"); print("same line")
else: print("small")
while x: x -= 1
print(x)
