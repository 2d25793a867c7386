x = 10


def read():
    return x


def broken():
    try:
        print(x)
    except UnboundLocalError as error:
        print("unbound:", type(error).__name__)
    x = 1
    return x


print(read(), broken(), x)


def deleted():
    y = 1
    del y
    try:
        return y
    except NameError:
        return "gone"


print(deleted())
