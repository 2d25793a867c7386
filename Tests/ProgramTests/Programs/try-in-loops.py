def scan(items):
    for x in items:
        try:
            if x == "skip":
                continue
            if x == "stop":
                break
            print(10 // x)
        except ZeroDivisionError as error:
            print("caught:", error)
        else:
            print("fine")
        finally:
            print("after", x)
    else:
        print("all seen")
    return "end"


print(scan([1, "skip", 0, 5]))
print(scan([2, "stop", 3]))
i = 0
while True:
    try:
        i += 1
        if i < 3:
            continue
        break
    finally:
        print("i", i)
