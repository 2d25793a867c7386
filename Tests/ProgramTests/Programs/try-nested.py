def f(n):
    try:
        try:
            if n == 1:
                raise ValueError("v")
            if n == 2:
                raise KeyError("k")
            if n == 3:
                [][5]
            print("no error")
        except ValueError as e:
            print("inner", e)
        else:
            print("inner else")
        finally:
            print("inner finally")
        print("between")
    except KeyError as e:
        print("outer", e)
    except (IndexError, TypeError) as e:
        print("outer pair", type(e).__name__)
    else:
        print("outer else")
    finally:
        print("outer finally")


for n in range(4):
    f(n)
    print("--")
