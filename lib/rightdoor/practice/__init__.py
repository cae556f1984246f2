"""What a trainee sees and touches. Nothing else in the library knows ipywidgets."""
