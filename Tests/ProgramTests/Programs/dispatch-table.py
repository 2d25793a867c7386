def area(shape):
    kinds = {
        "circle": lambda r: 3 * r * r,
        "square": lambda s: s ** 2,
        "rect": lambda w, h: w * h,
    }
    kind, *sizes = shape
    return kinds[kind](*sizes)


print([area(s) for s in [("circle", 2), ("square", 3), ("rect", 2, 5)]])
operations = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b}


def rpn(text):
    stack = []
    for token in text.split():
        if token in operations:
            b, a = stack.pop(), stack.pop()
            stack.append(operations[token](a, b))
        else:
            stack.append(int(token))
    return stack.pop()


print(rpn("3 4 + 2 * 7 -"), rpn("5"), rpn("2 3 4 * +"))
