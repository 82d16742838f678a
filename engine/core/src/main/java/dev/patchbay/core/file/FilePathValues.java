package dev.patchbay.core.file;

import java.time.ZonedDateTime;

/**
 * What a path is made of.
 *
 * @param at when the run began, in the zone that its dates are told in
 * @param run its id
 * @param schedule name of what started it
 * @param name of what it makes
 */
public record FilePathValues(ZonedDateTime at, String run, String schedule, String name) {}
