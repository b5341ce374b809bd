"""Loggers form a tree: levels, propagation, child loggers, and lazy arguments."""
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)-8s %(name)s: %(message)s")
root = logging.getLogger()
app = logging.getLogger("app")
db = logging.getLogger("app.db")
web = app.getChild("web")

print(db.parent is app, app.parent is root, web.name, root.name, logging.getLogger("app") is app)
for logger in (root, app, db):
    print(logger.name, logger.level, logging.getLevelName(logger.getEffectiveLevel()), logger.isEnabledFor(logging.DEBUG))

app.debug("hidden: below the level of the root")
app.info("started with %d workers and %s", 3, ["a"])
db.setLevel(logging.WARNING)
db.info("hidden: below the level of db")
db.warning("slow query: %(ms).1f ms", {"ms": 12.345})
web.setLevel("DEBUG")
web.debug("now visible")
web.propagate = False
web.error("nobody listens, so the last resort speaks on stderr")
web.propagate = True


class Costly:
    def __str__(self):
        print("  (formatting)")
        return "costly"


db.info("%s", Costly())
db.critical("%s", Costly())
logging.disable(logging.ERROR)
app.error("disabled")
app.critical("still heard")
logging.disable(logging.NOTSET)
logging.addLevelName(25, "NOTICE")
app.log(25, "a level of our own")
logging.getLogger("other.deep.name").warning("from %r", logging.getLogger("other.deep.name").parent.name)
print(repr(db), logging.getLevelName("WARNING"), logging.getLevelName(33), app.hasHandlers(), len(root.handlers))
try:
    app.setLevel("LOUD")
except ValueError as error:
    print(error)
