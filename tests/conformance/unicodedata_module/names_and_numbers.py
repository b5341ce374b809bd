"""Names of characters, in strings too, and what they are worth."""
import re
import unicodedata

print("\N{SNOWMAN} \N{greek small letter alpha} \N{LINE FEED}".encode(), f"\N{BULLET} {1 + 1}", r"\N{SNOWMAN}")
for character in "aé☃½٣²Ⅷ\0\U0001F600가":
    print(unicodedata.name(character, "none"), unicodedata.numeric(character, None), unicodedata.digit(character, None),
          unicodedata.decimal(character, None), unicodedata.east_asian_width(character))
print(unicodedata.lookup("snowman"), re.findall(r"[\N{SNOWMAN}\N{BULLET}]+", "a☃•b"))
attempts = (lambda: unicodedata.name("\0"), lambda: unicodedata.lookup("NO SUCH"), lambda: unicodedata.numeric("a"),
            lambda: unicodedata.digit("a"), lambda: unicodedata.decimal("²"), lambda: re.compile(r"\N{NO SUCH}"))
for attempt in attempts:
    try:
        attempt()
    except (ValueError, KeyError, re.error) as error:
        print(type(error).__name__, error)
