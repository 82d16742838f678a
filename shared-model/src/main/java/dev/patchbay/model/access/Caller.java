package dev.patchbay.model.access;

/** Who the presented API key belongs to ({@code GET /me}). */
public record Caller(String user, Role role) {}
