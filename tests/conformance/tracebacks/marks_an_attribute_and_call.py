"""A failing call in a chain of attributes."""


class Node:
    def __init__(self, left=None):
        self.left = left


def depth(node):
    return 1 + depth(node.left) if node.left.left else node.left.size()

depth(Node(Node(Node())))
