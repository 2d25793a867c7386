def v(x):
    print("v", x)
    return x


print(v(1) < v(2) < v(3))
print(v(3) < v(2) < v(1))
print(1 < 2 > 1 == 1 != 2)
print(1 in [1, 2] in [[1, 2]])
x = 5
print(0 <= x < 10, not 0 <= x < 5, 1 < x <= 5 < 6)
print(1 == 1.0 == True, None is None is not False)
a = b = []
print(a is b == [], "a" < "b" < "c", [1] < [1, 0] < [2])
