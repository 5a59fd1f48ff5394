"""The trusted side: test cells run here, from the source, and ask the player for the rest."""
