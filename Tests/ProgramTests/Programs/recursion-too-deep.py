def down(n):
    return down(n + 1)


try:
    down(0)
except RecursionError:
    print("too deep")


def count(n):
    return 0 if n == 0 else 1 + count(n - 1)


print(count(500))
try:
    print(count(100000))
except RuntimeError as error:
    print(type(error).__name__)
print(count(400))
