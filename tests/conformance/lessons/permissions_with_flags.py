"""Permissions as bit flags: enum.Flag, membership, iteration, and a small policy."""
from enum import Flag, IntFlag, auto


class Permission(Flag):
    READ = auto()
    WRITE = auto()
    EXECUTE = auto()
    DELETE = auto()
    EDITOR = READ | WRITE
    ADMIN = READ | WRITE | EXECUTE | DELETE


class Unix(IntFlag):
    R = 4
    W = 2
    X = 1


users = {"ada": Permission.ADMIN, "bob": Permission.EDITOR, "cyd": Permission.READ, "eve": Permission(0)}


def check(name, wanted):
    granted = users[name]
    if wanted in granted:
        return "ok"
    missing = wanted & ~granted
    return "lacks " + "+".join(flag.name for flag in missing)


for name in users:
    print(f"{name}: {users[name]!r:45} {check(name, Permission.WRITE | Permission.READ):14} {check(name, Permission.DELETE)}")

users["cyd"] |= Permission.WRITE
users["bob"] ^= Permission.WRITE
print(users["cyd"], users["cyd"] is Permission.EDITOR, users["bob"])
print([p.name for p in Permission], len(Permission), bool(Permission(0)))
print([p.value for p in Permission.ADMIN], Permission.READ.value)
print(Permission["WRITE"], Permission(8), Permission.READ in Permission.EDITOR)
mode = Unix.R | Unix.X
print(mode, int(mode), mode == 5, [bit.name for bit in Unix if bit in mode], repr(Unix(7)))
print("".join(flag.name.lower() if flag in mode else "-" for flag in (Unix.R, Unix.W, Unix.X)))
try:
    Permission.READ | 1
except TypeError as error:
    print(error)
