def newton(f, df, x, tolerance=1e-12):
    for step in range(50):
        dx = f(x) / df(x)
        x -= dx
        print(step, x)
        if abs(dx) < tolerance:
            break
    return x


print(newton(lambda x: x * x - 2, lambda x: 2 * x, 1.0))
print(newton(lambda x: x ** 3 - x - 2, lambda x: 3 * x ** 2 - 1, 1.5))


def bisect(f, a, b):
    for _ in range(60):
        m = (a + b) / 2
        if f(a) * f(m) <= 0:
            b = m
        else:
            a = m
    return (a + b) / 2


print(bisect(lambda x: x * x - 3, 0.0, 3.0))
