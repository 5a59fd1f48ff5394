"""Looking at a class: what was hard, what was thought, what to teach again. Nobody is named."""
