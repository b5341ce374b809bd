# A finalizer that waits in one thread lets others run; a collection of theirs meanwhile finds nothing.
import gc, threading, time
class Slow:
    def __init__(self, n): self.me=self; self.n=n
    def __del__(self):
        print('begin', self.n); time.sleep(1); print('end', self.n)
def work():
    Slow('w'); gc.collect(); print('worker done')
t=threading.Thread(target=work); t.start()
Slow('m')
print('nested', gc.collect())
t.join()
print(gc.collect())
d=threading.Thread(target=work, daemon=True); d.start()
