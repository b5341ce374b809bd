"""Dicts that are cleared and filled while they are iterated."""
from collections import OrderedDict
def tr(f):
    try: f()
    except BaseException as e: print(type(e).__name__, e)
    else: print('fine')
def a():
    d=OrderedDict(a=1,b=2,c=3)
    for k in d: d.clear()
def b():
    d=dict(a=1,b=2,c=3)
    for k in d: d.clear()
def c():
    d=OrderedDict(a=1,b=2,c=3)
    for k in d: d.pop('b')
def d_():
    d=OrderedDict(a=1,b=2,c=3)
    for k in d: d.move_to_end(k)
def e():
    d=OrderedDict(a=1)
    it=iter(d); next(it); d.clear(); print(list(it))
def f():
    d=dict(a=1,b=2); it=iter(d); next(it); d.clear(); print(list(it))
def g():
    d=dict(a=1); it=iter(d); d.clear(); print(list(it))
def h():
    d=dict(a=1); it=iter(d); next(it); d.clear(); print(next(it,'end'))
def i():
    d=dict(a=1); it=iter(d); list(it); d['b']=1; print(next(it,'end'))
def j():
    d=dict(a=1,b=2); it=iter(d); next(it); d.clear(); d['x']=1;d['y']=2; print(list(it))
def k():
    s={1,2}; it=iter(s); next(it); s.clear(); print(list(it))
def l():
    d=OrderedDict(a=1,b=2,c=3)
    for k in d:
        d['z']=1
def m():
    d=OrderedDict(a=1,b=2,c=3); it=reversed(d); next(it); del d['b']; print(list(it))
def n():
    d=OrderedDict(a=1,b=2,c=3); it=iter(d.items()); print(next(it)); d['a']=5; print(list(it))
def o():
    d=OrderedDict(a=1,b=2,c=3); it=iter(d); next(it); del d['a']; d['q']=1; print(list(it))
for x in (a,b,c,d_,e,f,g,h,i,j,k,l,m,n,o): print(x.__name__,end=' '); tr(x)
