# Checks of whole enumerations.
__name__ = 'enum'

from enum import Flag, StrEnum


def _aliases(enumeration):
    return [f'{name} -> {each.name}' for name, each in enumeration.__members__.items() if name != each.name]


def unique(enumeration):
    aliases = _aliases(enumeration)
    if aliases:
        raise ValueError(f'duplicate values found in {enumeration!r}: {", ".join(aliases)}')
    return enumeration


class EnumCheck(StrEnum):
    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                aliases = _aliases(enumeration)
                if aliases:
                    raise ValueError(f'aliases found in {enumeration!r}: {", ".join(aliases)}')
            elif check is CONTINUOUS:
                self._check_continuous(enumeration)
            elif check is NAMED_FLAGS:
                self._check_named(enumeration)
        return enumeration

    def _check_continuous(self, enumeration):
        values = {each.value for each in enumeration}
        if len(values) < 2:
            return
        low, high = min(values), max(values)
        if issubclass(enumeration, Flag):
            wanted = [2 ** bit for bit in range(low.bit_length(), high.bit_length())]
        else:
            wanted = range(low + 1, high)
        missing = [value for value in wanted if value not in values]
        if missing:
            kind = 'flag' if issubclass(enumeration, Flag) else 'enum'
            raise ValueError(f'invalid {kind} {enumeration.__name__!r}: missing values '
                             f'{", ".join(map(str, missing))}')

    def _check_named(self, enumeration):
        named = 0
        for each in enumeration:
            named |= each.value
        missing = {name: each.value & ~named for name, each in enumeration.__members__.items()
                   if name not in enumeration._member_names_ and each.value & ~named}
        if missing:
            bits = 0
            for value in missing.values():
                bits |= value
            names = list(missing)
            alias = f'alias {names[0]} is' if len(names) == 1 else \
                f'aliases {", ".join(names[:-1])} and {names[-1]} are'
            raise ValueError(f'invalid Flag {enumeration.__name__!r}: {alias} missing combined values of '
                             f'{hex(bits)} [use enum.show_flag_values(value) for details]')


def show_flag_values(value):
    return [1 << bit for bit in range(int(value).bit_length()) if int(value) >> bit & 1]
