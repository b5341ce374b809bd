"""Notes follow the exception's line."""
error = ValueError("main message")
error.add_note("first note")
error.add_note("second note\nin two lines")
raise error
