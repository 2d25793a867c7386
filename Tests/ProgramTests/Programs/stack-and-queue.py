class Stack:
    def __init__(self):
        self.items = []

    def push(self, *xs):
        self.items.extend(xs)
        return self

    def pop(self):
        if not self.items:
            raise IndexError("pop from empty stack")
        return self.items.pop()

    def __len__(self):
        return len(self.items)


s = Stack().push(1, 2).push(3)
print(s.pop(), len(s), s.pop(), s.pop(), len(s))
try:
    s.pop()
except IndexError as e:
    print(e)
try:
    [].pop()
except IndexError as e:
    print(e)


def balanced(text):
    s = Stack()
    pairs = {")": "(", "]": "["}
    for c in text:
        if c in "([":
            s.push(c)
        elif c in pairs:
            if not s or s.pop() != pairs[c]:
                return False
    return not s


print([balanced(t) for t in ["()", "([])", "(]", "(", "a(b)c"]])
