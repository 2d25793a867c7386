def sieve(n):
    prime = [True] * (n + 1)
    prime[0:2] = [False, False]
    for i in range(2, int(n ** 0.5) + 1):
        if prime[i]:
            for j in range(i * i, n + 1, i):
                prime[j] = False
    return [i for i, p in enumerate(prime) if p]


def factors(n):
    found, p = [], 2
    while n > 1:
        while n % p == 0:
            found.append(p)
            n //= p
        p += 1
    return found


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


print(sieve(60), len(sieve(2000)))
print([factors(n) for n in (12, 97, 360, 1001)])
print(gcd(48, 36), gcd(17, 5), [n for n in range(2, 30) if all(n % d for d in range(2, n))])
