"""Questions that sentences of an article answer, made of these by rule."""
