def account(balance):
    def deposit(x):
        nonlocal balance
        balance += x
        return balance

    def withdraw(x):
        nonlocal balance
        if x > balance:
            return "refused"
        balance -= x
        return balance

    def look():
        return balance

    return deposit, withdraw, look


d, w, look = account(100)
print(d(50), w(30), w(1000), look())
d2, w2, look2 = account(1)
print(d2(1), look(), look2())
