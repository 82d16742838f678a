package dev.patchbay.documents.jinja;

/** What blocks are rendered in: the outermost scope, not the one around them. */
record Blocks(Scope scope) {}
