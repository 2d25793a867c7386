def compose(*functions):
    def composed(x):
        for f in reversed(functions):
            x = f(x)
        return x
    return composed


def curry(f, *first):
    return lambda *rest, **named: f(*first, *rest, **named)


add1 = lambda x: x + 1
double = lambda x: 2 * x
print(compose(add1, double)(5), compose(double, add1)(5), compose()(5))
print(curry(max, 3)(1, 2), curry(sorted, [3, 1, 2])(reverse=True))
print(curry(curry, pow)(2)(10))
