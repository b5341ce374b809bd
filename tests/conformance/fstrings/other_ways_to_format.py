"""str.format and the % operator."""
print("{} {1}".replace("1", "") .format("a", "b"))
print("{0}-{1}-{0} {name} {x[1]} {d[k]}".format(1, 2, name="n", x=[3, 4], d={"k": 5}))
print("{:>5}|{:<5}|{:^5}|{:05.1f}|{!r}".format("a", "b", "c", 2.25, "r"))
print("%s %d %5.2f %x %r %% %05d %-5s| %+d %e" % ("s", 3.9, 2.345, 255, "r", 42, "l", 7, 12345.678))
print("%(a)s-%(b)03d" % {"a": 1, "b": 2}, "%s" % (1,), "%s" % [1, 2])
for bad in (lambda: "%d" % "x", lambda: "%s %s" % 1, lambda: "%s" % (1, 2),
            lambda: "{}".format(), lambda: "{a}".format(b=1)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
