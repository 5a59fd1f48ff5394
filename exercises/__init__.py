"""Assignments: their source, known mistakes, named answers, and the grader of a class."""
