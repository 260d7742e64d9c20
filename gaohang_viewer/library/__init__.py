"""The library, a folder of many reports: its index, and searches in all of its reports."""
