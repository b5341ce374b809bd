import uuid


def attempt(function, *args, **keywords):
    try:
        print(repr(function(*args, **keywords)))
    except Exception as error:
        print(type(error).__name__, error)


one = uuid.UUID('{12345678-1234-5678-1234-567812345678}')
print(one, repr(one), one.hex, one.int, one.bytes, one.bytes_le, one.fields, one.urn, one.variant, one.version)
print(uuid.UUID(int=5), uuid.UUID(bytes=one.bytes) == one, uuid.UUID(fields=one.fields) == one, uuid.UUID(bytes_le=one.bytes_le) == one)
print(one.time_low, one.time_mid, one.time_hi_version, one.clock_seq, one.node, one.time, hash(one) == hash(uuid.UUID(one.hex)))
print(uuid.uuid5(uuid.NAMESPACE_DNS, 'python.org'), uuid.uuid3(uuid.NAMESPACE_URL, 'x'), uuid.NAMESPACE_OID)
made = uuid.uuid4()
print(made.version, made.variant, len(str(made)), made != uuid.uuid4(), uuid.uuid1().version, uuid.uuid1() != uuid.uuid1())
print(one < uuid.UUID(int=5), sorted([one, uuid.UUID(int=5)])[0], one == 5, str(made).count('-'), uuid.UUID(int=1, version=4))
attempt(uuid.UUID, 'x')
attempt(uuid.UUID)
attempt(uuid.UUID, int=-1)
attempt(uuid.UUID, bytes=b'1')
attempt(setattr, one, 'int', 5)
attempt(lambda: one < 5)
