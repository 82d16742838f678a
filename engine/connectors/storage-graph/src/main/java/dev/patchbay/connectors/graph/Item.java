package dev.patchbay.connectors.graph;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A file or folder as Graph tells of it.
 *
 * @param folder whether it is one, or a package such as a notebook, which is no file either
 * @param length in bytes
 * @param version changes with it ({@code eTag}), and with its length
 * @param download where its content can be read without a token for a while; empty of a folder
 */
record Item(boolean folder, long length, String version, String download) {
  static Item of(JsonNode json) {
    long length = json.path("size").asLong(-1);
    return new Item(
        json.has("folder") || json.has("package") || !json.has("file"),
        length,
        json.path("eTag").asText("") + ", " + length,
        json.path("@microsoft.graph.downloadUrl").asText(""));
  }
}
