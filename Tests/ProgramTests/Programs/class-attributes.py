class Counter:
    made = 0
    tags = []

    def __init__(self, name):
        self.name = name
        Counter.made += 1
        self.tags.append(name)


a = Counter("a")
b = Counter("b")
print(Counter.made, a.made, a.tags is b.tags, Counter.tags)
a.made = 100
print(Counter.made, a.made, b.made)
Counter.made = 7
print(a.made, b.made)
del a.made
print(a.made)
a.tags = ["own"]
print(a.tags, b.tags)
print(hasattr(a, "name"), hasattr(Counter, "name"))
