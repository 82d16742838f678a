package dev.patchbay.model.access;

/** A user to create or change. */
public record UserDraft(String name, Role role, boolean enabled) {}
