package dev.patchbay.model;

/**
 * One field of the request that is at fault.
 *
 * @param field JSON Pointer (RFC 6901) into the body, or the name of the query parameter or header
 * @param message what is wrong with it and what to write instead
 */
public record FieldError(String field, String message) {}
