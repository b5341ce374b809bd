"""Sets: algebra, subsets, frozen sets as keys, updates in place, and finding differences."""
courses = {
    "maths": {"Ann", "Ben", "Cid"}, "music": {"Ben", "Dot"}, "chess": {"Ann", "Ben", "Cid", "Eva"},
}


def show(label, people):
    print(f"{label:<22}{' '.join(sorted(people)) or '-'}")


show("maths and music", courses["maths"] & courses["music"])
show("maths or music", courses["maths"] | courses["music"])
show("maths, not music", courses["maths"] - courses["music"])
show("exactly one of them", courses["maths"] ^ courses["music"])
show("all courses", set.intersection(*courses.values()))
show("any course", set().union(*courses.values()))
print(courses["maths"] <= courses["chess"], courses["maths"] < courses["maths"], courses["chess"] >= {"Eva"}, courses["maths"].isdisjoint({"Dot"}))
print({1, 2} == {2, 1, 1}, {1, 2} < {1, 3}, len({"a", "A", "a"}), set("hello") == set("olleh"), {1, 1.0, True})

team = {"Ann"}
team.add("Ben")
team |= {"Cid", "Dot"}
team -= {"Ann"}
team.discard("Zoe")
team.update(["Eva"], ("Fay",))
team.intersection_update({"Ben", "Eva", "Fay"})
team.symmetric_difference_update({"Fay", "Gus"})
show("team", team)
for action in (lambda: team.remove("Zoe"), lambda: set().pop(), lambda: {[1]}, lambda: {1} | [2], lambda: frozenset([1]).add(2), lambda: {1} + {2}):
    try:
        action()
    except (KeyError, TypeError, AttributeError) as error:
        print(f"{type(error).__name__}: {error}")
print({1}.union([2], (3,)), {1, 2, 3}.difference([2]), {3, 1, 2}.intersection(range(2, 9)))
pairs = {frozenset(("Oslo", "Rome")): 2000, frozenset(("Rome", "Bern")): 700}
print(pairs[frozenset(("Rome", "Oslo"))], frozenset([1, 2]) | {3}, type({1} & frozenset([1])).__name__, frozenset() == set(), repr(set()))
seen = set()
print([n for n in [3, 1, 3, 2, 1] if not (n in seen or seen.add(n))], sorted({n % 5 for n in range(0, 50, 7)}))
old, new = {"a": 1, "b": 2, "c": 3}, {"b": 2, "c": 30, "d": 4}
print("gone", sorted(old.keys() - new.keys()), "new", sorted(new.keys() - old), "changed", sorted(k for k in old.keys() & new if old[k] != new[k]))
print(old.items() <= {**old, "x": 1}.items(), sorted(old.keys() ^ new.keys()), {n: bin(n).count("1") for n in {5, 3, 7}})
