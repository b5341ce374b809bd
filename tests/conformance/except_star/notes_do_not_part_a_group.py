"""What is raised again joins the rest of its group, notes or not."""
import traceback


def handle(note, anew):
    try:
        try:
            raise ExceptionGroup("whole", [ValueError(1), TypeError(2), ExceptionGroup("inner", [ValueError(3)])])
        except* ValueError as group:
            if note:
                group.add_note("seen")
            if anew:
                raise RuntimeError("anew")
            raise
    except* Exception as group:
        traceback.print_exception(group)
        print(repr(group), repr(group.__context__))


handle(note=False, anew=False)
handle(note=True, anew=False)
handle(note=True, anew=True)
