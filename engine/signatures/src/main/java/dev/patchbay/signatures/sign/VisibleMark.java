package dev.patchbay.signatures.sign;

import dev.patchbay.signatures.page.Place;

/**
 * How a signature shows on a page.
 *
 * @param page from 1, or from the end: -1 is the last
 * @param width of its box in mm
 * @param height of its box in mm
 * @param text {@code {name}} in it becomes the signer's, {@code {time}} the time; may be empty
 * @param picture PNG or JPEG, to the left of the text; empty for none
 */
public record VisibleMark(
    int page, Place place, double width, double height, String text, byte[] picture) {}
