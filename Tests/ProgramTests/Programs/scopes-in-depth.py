x = "global"


def a():
    x = "a"

    def b():
        global x
        x = "changed global"

        def c():
            return x
        return c()

    class K:
        y = x

        def m(self):
            return x

    return b(), x, K.y, K().m()


print(a(), x)


def counter():
    def bump():
        nonlocal n
        n += 1
        return n
    n = 10
    return bump


print(counter()(), [f() for f in [counter()] * 3])


def free():
    def use():
        return later
    try:
        return use()
    except NameError as e:
        return str(e)
    later = 1


print(free())


def redefine():
    def f():
        return 1
    g = f

    def f():
        return 2
    return g(), f()


print(redefine())
len = lambda v: "shadowed"
print(len([1]))
del len
print(len([1]))
