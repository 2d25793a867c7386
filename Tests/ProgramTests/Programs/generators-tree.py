class Node:
    def __init__(self, value, left=None, right=None):
        self.value = value
        self.left = left
        self.right = right

    def __iter__(self):
        if self.left:
            for x in self.left:
                yield x
        yield self.value
        if self.right:
            for x in self.right:
                yield x


def insert(node, value):
    if node is None:
        return Node(value)
    if value < node.value:
        node.left = insert(node.left, value)
    else:
        node.right = insert(node.right, value)
    return node


root = None
for v in [5, 2, 8, 1, 9, 3]:
    root = insert(root, v)
print(list(root), max(root), 8 in root, 4 in root)
print([x * 2 for x in root if x % 2])
