"""What runs inside the sandbox: a zygote, a keeper and a student's cells for each student.

This folder alone is shown to the sandbox, as a package called ``player``. It imports Python,
NumPy and IPython, nothing of the course, and there is nothing in it that a student may not read.
"""
