class Event:
    count = 0

    def __init__(self, time, name):
        Event.count += 1
        self.order = Event.count
        self.time, self.name = time, name

    def __lt__(self, other):
        return (self.time, self.order) < (other.time, other.order)


class Queue:
    def __init__(self):
        self.events = []

    def add(self, time, name):
        self.events.append(Event(time, name))
        self.events.sort()

    def __bool__(self):
        return len(self.events) > 0

    def pop(self):
        return self.events.pop(0)


q = Queue()
q.add(3, "c")
q.add(1, "a")
while q:
    e = q.pop()
    print(e.time, e.name, e.order)
    if e.name == "a":
        q.add(2, "b")
        q.add(1, "a2")
print(Event.count, bool(q))
