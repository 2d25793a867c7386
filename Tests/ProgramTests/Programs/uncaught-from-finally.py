try:
    print("a")
    raise ValueError("first")
except KeyError:
    print("never")
finally:
    print("b")
print("never")
