def fail():
    return [][1]


try:
    try:
        fail()
    except IndexError as error:
        error.note = "seen"
        first = error
        raise
except LookupError as again:
    print(again is first, again.note, again)

try:
    try:
        fail()
    finally:
        print("on the way")
except IndexError as error:
    print(error, error is first)

for round in range(2):
    try:
        try:
            fail()
        except IndexError as error:
            kept = error
            try:
                fail()
            except IndexError as inner:
                print(inner is kept)
            raise
    except IndexError as error:
        print(error is kept)


def through():
    try:
        fail()
    except IndexError:
        raise


try:
    through()
except IndexError as error:
    print(error)
