e = "kept?"
try:
    1 / 0
except ZeroDivisionError as e:
    print("caught", e)
try:
    print(e)
except NameError as error:
    print(error)


def f():
    for x in [1, 0]:
        try:
            1 / x
        except ZeroDivisionError as err:
            message = str(err)
    try:
        err
    except UnboundLocalError:
        return message + "; unbound"


print(f())
