class Link:
    def __init__(self, head, tail=None):
        self.head, self.tail = head, tail

    def __iter__(self):
        link = self
        while link is not None:
            yield link.head
            link = link.tail

    def __repr__(self):
        return " -> ".join(str(x) for x in self)


def from_list(items):
    link = None
    for x in reversed(items):
        link = Link(x, link)
    return link


def reverse(link):
    result = None
    while link:
        result = Link(link.head, result)
        link = link.tail
    return result


a = from_list([1, 2, 3, 4])
print(a, reverse(a), sum(a), list(a)[::2])
a.tail.head = "two"
print(a)
a.tail.tail = None
print(a, a.tail.tail is None)
