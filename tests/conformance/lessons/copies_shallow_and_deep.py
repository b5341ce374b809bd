"""What a copy shares with its original: assignment, slices, copy, deepcopy and their hooks."""
import copy


class Node:
    def __init__(self, name, *friends):
        self.name, self.friends = name, list(friends)

    def __repr__(self):
        return f"{self.name}->{[f.name for f in self.friends]}"


class Account:
    def __init__(self, owner, history):
        self.owner, self.history, self.cache = owner, history, {"big": 1}

    def __copy__(self):
        print("  __copy__")
        return Account(self.owner, self.history)

    def __deepcopy__(self, memo):
        print("  __deepcopy__", sorted(type(v).__name__ for v in memo.values()))
        made = Account(self.owner, copy.deepcopy(self.history, memo))
        made.cache = {}
        return made


matrix = [[1, 2], [3, 4]]
same, shallow, deep = matrix, matrix[:], copy.deepcopy(matrix)
matrix[0][0] = 99
matrix.append([5])
print(same, shallow, deep)
print(shallow[0] is matrix[0], deep[0] is matrix[0], copy.copy((1, 2)) == (1, 2))

ann, bob = Node("ann"), Node("bob")
ann.friends.append(bob)
bob.friends.append(ann)
twin = copy.copy(ann)
clone = copy.deepcopy(ann)
print(twin, twin.friends is ann.friends, clone, clone.friends[0] is bob)
print(clone.friends[0].friends[0] is clone, copy.deepcopy([ann, ann])[0] is copy.deepcopy([ann, ann])[1])
pair = copy.deepcopy([ann, ann])
print(pair[0] is pair[1])

account = Account("zoe", [10, [20]])
near, far = copy.copy(account), copy.deepcopy(account)
account.history[1].append(30)
print(near.history, far.history, near.cache, far.cache)
for immutable in (7, "text", (1, "a"), frozenset({1}), None, len):
    print(copy.deepcopy(immutable) is immutable, end=" ")
print()
nested = ([1],)
print(copy.copy(nested) is nested, copy.deepcopy(nested) is nested, copy.deepcopy(nested) == nested)
print({"a": [1]}.copy()["a"], list({1: 2}.copy()), {1, 2}.copy() == {2, 1})
