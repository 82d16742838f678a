package dev.patchbay.core.enrich;

/** One thing of one service under its configuration. */
record FetchKey(String service, String edition, String path) {}
