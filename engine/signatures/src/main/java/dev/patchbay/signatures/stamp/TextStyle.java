package dev.patchbay.signatures.stamp;

import dev.patchbay.signatures.page.Typeface;
import java.awt.Color;
import java.util.OptionalDouble;

/**
 * How a text looks.
 *
 * @param size of the font in points; empty for the usual one
 */
public record TextStyle(Typeface typeface, OptionalDouble size, Color color) {}
