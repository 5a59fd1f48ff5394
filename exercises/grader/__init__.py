"""The bridge between nbgrader and a class that reads two languages.

`python -m exercises.grader` lists what it does. Nothing is imported here: a kernel that runs a
student's notebook imports :mod:`exercises.grader.probe` and must not pay for nbgrader.
"""
