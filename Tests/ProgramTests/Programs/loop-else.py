def find(items, x):
    for i, y in enumerate(items):
        if x == y:
            print("found at", i)
            break
    else:
        print("not found")


find([1, 2, 3], 2)
find([1, 2, 3], 5)
find([], 1)
n = 7
while n > 1:
    n //= 2
    if n == 2:
        break
    print(n)
else:
    print("reached one")
n = 5
while n > 1:
    n -= 2
else:
    print("ended", n)
for i in range(3):
    for j in range(3):
        if i * j == 2:
            print("product", i, j)
            break
    else:
        print("row", i)
        continue
    break
