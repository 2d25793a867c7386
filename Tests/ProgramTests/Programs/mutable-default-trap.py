def add(item, bag={}):
    bag[item] = bag.get(item, 0) + 1
    return bag


add("x")
add("y")
print(add("x"))
first = add("z")
second = add("z")
print(first is second, len(first))


def safe(item, bag=None):
    if bag is None:
        bag = {}
    bag[item] = True
    return bag


print(safe(1), safe(2))
