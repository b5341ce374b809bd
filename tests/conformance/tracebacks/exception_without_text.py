"""No text, no colon."""
raise StopAsyncIteration
