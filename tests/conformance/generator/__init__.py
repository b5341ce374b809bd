"""Random asyncio programs, one for each seed."""
