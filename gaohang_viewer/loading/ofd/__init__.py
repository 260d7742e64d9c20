"""Reads OFD files (GB/T 33190-2016), in a child process: composite objects may refer to each other."""
