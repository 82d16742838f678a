package dev.patchbay.signatures.stamp;

import dev.patchbay.signatures.page.Place;

/**
 * Something that is put on pages, over what is there.
 *
 * @param name what it is called in messages, such as {@code stamps[0]}
 * @param angle by which it is turned, in degrees, counterclockwise
 * @param opacity from 0 (not to be seen) to 1 (nothing to be seen through it)
 */
public record Stamp(
    String name, Content content, Pages pages, Place place, double angle, double opacity) {}
