"""Quotes and escapes in reprs."""
print([ "it's", 'say "hi"', "both ' and \"", "tab\t", "new\nline", "\\", "\x00\x1f\x7f", "é", "日本", "\u200b", "😀"])
print(repr("a\rb"), ascii("é日😀"), str(b"ab"), repr(b"\x00'\xff"), "\u2022 \u2603 \x41 \101")
print("raw", r"\n", "con" "cat", """triple
line""", 'a\
b')
print(len("é😀"), "😀"[0], "abc"[-1], ord("😀"), chr(128512))
