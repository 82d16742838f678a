package dev.patchbay.spi;

/**
 * Why something failed.
 *
 * @param code short and stable, lower case with dashes, for example {@code quota-exceeded}
 * @param message for a person: what happened and what to do; no class name, no secret
 */
public record Cause(String code, String message) {}
