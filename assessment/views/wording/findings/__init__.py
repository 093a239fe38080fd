"""The words of what follows from owners, transitions, tools and sourcing."""
