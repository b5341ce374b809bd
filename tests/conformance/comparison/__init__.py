"""Runs programs under CPython and under Coroscope and tells them apart."""
