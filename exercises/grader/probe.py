"""The diagnosis: ask which known mistake an answer makes, and say it in one line."""

from __future__ import annotations

from dataclasses import asdict

from exercises.mistakes import diagnose


def ask(assignment: str, question: str, namespace: dict, student: str) -> list[dict]:
    """Return the findings for one answer as plain data."""
    return [asdict(one) for one in diagnose(assignment, question, namespace, student)]


def named(findings: list[dict], language: str) -> str:
    """Return findings in one line."""
    return " ".join(f"{one['code']} {one['thought'][language]}".strip() for one in findings)
