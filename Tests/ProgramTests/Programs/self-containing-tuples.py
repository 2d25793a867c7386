t = ([],)
t[0].append(t)
print(t)
print(t[0], [t], {"k": t})

d = {}
pair = (d, 1)
d["pair"] = pair
print(pair, d)

twice = (1,)
print((twice, twice), [twice, twice], ((), ()))
