total = 0
names = []


def visit(name):
    global total
    total += len(name)
    names.append(name)


def define():
    global fresh
    fresh = "made inside"


for word in ["one", "three", "eleven"]:
    visit(word)
define()
print(total, names, fresh)


def shadow():
    total = -1
    return total


print(shadow(), total)
