def a():
    try:
        return "try"
    finally:
        print("cleanup")


def b():
    try:
        return "try"
    finally:
        return "finally"


def c():
    for i in range(3):
        try:
            return i
        finally:
            continue
    return "loop ended"


def d():
    x = 1
    try:
        return x
    finally:
        x = 2


def e():
    try:
        raise ValueError("lost")
    finally:
        return "swallowed"


def f():
    while True:
        try:
            return "never"
        finally:
            break
    return "after break"


print(a(), b(), c(), d(), e(), f())
