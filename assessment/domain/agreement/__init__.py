"""How sure a level is and how far people agree: confidence, spread, perception, resampling."""
