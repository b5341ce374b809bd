import contextvars
from contextvars import ContextVar, Token, copy_context

user = ContextVar('user', default='nobody')
depth = ContextVar('depth')


def attempt(function, *args, **keywords):
    try:
        print(function(*args, **keywords))
    except Exception as error:
        print(type(error).__name__, str(error).split(' at 0x')[0])


print(user.get(), depth.get('none'), user.name)
attempt(depth.get)
token = user.set('ann')
print(user.get(), token.old_value is Token.MISSING, token.var is user)
inner = user.set('bob')
print(user.get(), inner.old_value)
user.reset(inner)
print(user.get())
user.reset(token)
print(user.get(), user in copy_context())

context = copy_context()


def change(name, *, level=0):
    user.set(name)
    depth.set(level)
    return user.get(), depth.get()


print(context.run(change, 'eve', level=3))
print(user.get(), depth.get(-1))
print(context[user], context.get(depth), len(context), user in context)
copy = context.copy()
print(copy == context, copy != context, copy == 5)
copy.run(user.set, 'zoe')
print(copy == context, copy[user], context[user])
print(sorted(variable.name for variable in context),
      sorted((v.name, value) for v, value in context.items()),
      sorted(map(str, context.values())))

attempt(ContextVar)
attempt(ContextVar, 1)
attempt(Token)
attempt(contextvars.Context, 1)
attempt(context.run)
attempt(context.run, context.run, print)
attempt(lambda: context[1])
attempt(lambda: copy_context()[depth])
attempt(lambda: 'x' in context)
attempt(user.reset, 5)
attempt(user.reset, token)
attempt(depth.reset, user.set(1))
attempt(context.run, user.reset, user.set(2))
attempt(hash, context)


class Tracker:
    def __init__(self, variable, value):
        self.variable, self.value = variable, value

    def __enter__(self):
        self.token = self.variable.set(self.value)

    def __exit__(self, *exc):
        self.variable.reset(self.token)


with Tracker(depth, 1):
    with Tracker(depth, 2):
        print(depth.get())
    print(depth.get())
attempt(depth.get)
try:
    copy_context().run(lambda: 1 / 0)
except ZeroDivisionError as error:
    print('left the context by', error)
print(user.get())
