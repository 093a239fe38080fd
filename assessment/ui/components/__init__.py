"""Things drawn or asked by several pages. A component owns the keys it makes and returns a value or nothing."""
