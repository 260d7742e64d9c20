"""Gaohang Viewer (高行报告阅览): opens, shows, presents and prints long structured Chinese reports."""

__version__ = "0.1.0"
