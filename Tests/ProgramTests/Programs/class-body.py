class Config:
    width = 3
    height = width * 2
    area = width * height
    names = [c for c in "ab"]
    if area > 10:
        size = "big"
    else:
        size = "small"

    def total(self):
        return self.width + self.height

    alias = total
    for i in range(2):
        last = i


c = Config()
print(c.area, c.size, c.names, c.total(), c.alias(), c.last, Config.i)
try:
    print(height)
except NameError as error:
    print(error)
