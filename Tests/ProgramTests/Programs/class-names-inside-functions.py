x = "global"
shown = []


def outer():
    x = "local"
    y = "only local"

    class Reads:
        here = x
        there = y

    class Binds:
        before = x
        x = "of the class"
        after = x

        def method(self):
            return x

        listed = [x for _ in range(1)]

    class Deletes:
        x = 1
        del x
        again = x

    print(Reads.here, Reads.there)
    print(Binds.before, Binds.after, Binds().method(), Binds.listed)
    print(Deletes.again)
    try:
        class Missing:
            y = y
    except NameError as error:
        print(error)

    class Parameter:
        len = len
        size = len("abc")

    print(Parameter.size, Parameter.len([1]))


outer()


def parameter(x):
    class Holds:
        x = x

    return Holds.x


print(parameter("argument"))
