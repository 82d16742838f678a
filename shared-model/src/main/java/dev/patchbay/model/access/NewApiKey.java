package dev.patchbay.model.access;

/** The one answer that ever holds the secret of an API key. */
public record NewApiKey(String id, String secret) {}
