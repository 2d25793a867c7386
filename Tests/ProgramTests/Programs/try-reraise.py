log = []


def inner():
    try:
        1 / 0
    except ZeroDivisionError:
        log.append("inner")
        raise


def outer():
    try:
        inner()
    except ArithmeticError as error:
        log.append("outer " + str(error))
        raise RuntimeError("translated") from error


try:
    outer()
except RuntimeError as error:
    print(error, log)
try:
    try:
        raise KeyError("first")
    except KeyError as e:
        saved = e
        raise ValueError("second") from None
except ValueError as e:
    print(e, repr(saved), saved.args)
try:
    raise saved
except LookupError as e:
    print(repr(e), e is saved)
