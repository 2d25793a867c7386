print("before")
values = [1, 2, 3]


def pick(i):
    print("picking", i)
    return values[i]


for i in range(10):
    print(pick(i))
print("never")
