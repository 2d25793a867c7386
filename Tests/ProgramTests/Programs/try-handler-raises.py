def f():
    try:
        try:
            raise ValueError("one")
        except ValueError:
            raise TypeError("two")
        finally:
            print("finally between")
    except TypeError as e:
        print("got", e)
    try:
        try:
            raise ValueError("lost")
        finally:
            raise KeyError("wins")
    except KeyError as e:
        print("got", e)


f()
try:
    try:
        pass
    except ValueError:
        print("never")
    else:
        raise IndexError("from else")
    finally:
        print("finally after else")
except IndexError as e:
    print(e)
