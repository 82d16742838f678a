package dev.patchbay.model.access;

/**
 * An API key to make.
 *
 * @param note what it is for, so that people know which one to withdraw
 */
public record KeyDraft(String note) {}
