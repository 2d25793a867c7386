class InsufficientFunds(Exception):
    pass


class Account:
    rate = 0.02

    def __init__(self, owner, balance=0.0):
        self.owner = owner
        self.balance = balance
        self.history = []

    def withdraw(self, amount):
        if amount > self.balance:
            raise InsufficientFunds(f"{self.owner} lacks {amount - self.balance:.2f}")
        self.balance -= amount
        self.history.append(("withdraw", amount))

    def deposit(self, amount):
        assert amount > 0, "amount must be positive"
        self.balance += amount
        self.history.append(("deposit", amount))


class Savings(Account):
    rate = 0.05

    def year(self):
        self.deposit(self.balance * self.rate)


a, s = Account("Ann", 100), Savings("Sam", 200)
for action in [lambda: a.withdraw(30), lambda: a.withdraw(300), lambda: s.deposit(-5), lambda: s.year(), lambda: a.year()]:
    try:
        action()
        print("done", a.balance, s.balance)
    except (InsufficientFunds, AssertionError) as e:
        print("refused:", e)
    except AttributeError as e:
        print("missing:", e)
print(a.history, s.history)
