name, x, n = "Ann", 3.14159265, 42
print(f"{name} {x:.2f} {n:5d}|{n:<5}|{n:^5}|{n:05d}|{n:+}|{n:x}|{n:#b}")
print(f"{name:>8}|{name:*^9}|{name!r:<8}|{name[:2]}|{len(name)}")
print(f"{x:10.3f}|{x:<10.1f}|{x:e}|{x:.3g}|{x:%}|{1234567.891:,.2f}|{-x:08.2f}")
print("%s is %d years, %.1f m, %5s|%-5s|%05d|%x|%e" % (name, n, x, "r", "l", 7, 255, 12345.678))
print("{} {} {}".format(1, "two", 3.0), "{1} {0} {1}".format("a", "b"), "{k:>5}".format(k="v"))
w, p = 12, 4
print(f"{x:{w}.{p}f}|{'nested ' + f'{n}'}|{{literal}}|{n=}|{x=:.1f}")
print(f"{[1, 2]} {dict(a=1)} {None} {True:d} {'q':>{3}}")
print(f"{1e10:g} {1e-7:g} {100000:g} {1234567:g} {0.0001:g} {float('nan'):f} {float('inf'):>6}")
print(str(x)[:4], repr("a'b"), ascii("é"), format(n, "08b"), format(x, ".1f"))
print("a" "b" 'c', r"raw\n", "tab\tend", "\x41\u0042")
