"""Brackets in brackets."""

REFUSED = "nested too deeply"


def hand_in(notebook, folder):
    text = '{"nbformat": 4, "cells": ' + "[" * 1_000_000 + "]" * 1_000_000 + "}"
    (folder / "01_convolution.ipynb").write_text(text, encoding="utf-8")
