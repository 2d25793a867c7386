# A call site that found a method must not miss an attribute that comes to hide it, or a class that changes.
class Lamp:
    def state(self):
        return "off"


class Torch(Lamp):
    pass


def states(lamps):
    return [lamp.state() for lamp in lamps]


lamps = [Lamp(), Lamp(), Torch()]
print(states(lamps))
lamps[0].state = lambda: "on"
print(states(lamps))
lamps[2].state = lambda: "bright"
print(states(lamps))
Lamp.state = lambda self: "broken"
print(states(lamps))
Torch.state = lambda self: "spare"
print(states(lamps + [Torch()]))
del lamps[0].state
print(states(lamps))


class Switch:
    def __init__(self, lamp):
        self.lamp = lamp


print(Switch(1).lamp)
Switch.__init__ = lambda self, lamp: setattr(self, "lamp", lamp * 2)
print(Switch(1).lamp)
Switch.__init__ = lambda self, lamp, more=5: setattr(self, "lamp", lamp + more)
print(Switch(1).lamp, Switch(1, 2).lamp)
try:
    Switch()
except TypeError as error:
    print(error)
