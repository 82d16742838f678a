package dev.patchbay.server.issuing;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.patchbay.core.document.IssuedDocument.Content;
import dev.patchbay.core.document.IssuedDocument.TemplateVersion;
import dev.patchbay.server.http.ServerJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * What is noted of a document before it leaves, so that a lost answer can be settled.
 *
 * @param id public id of the delivery
 * @param at when its event happened
 * @param key of what it is about
 * @param path where it goes in the store
 * @param to who gets it by mail
 */
record DocumentNote(
    String id,
    Instant at,
    String key,
    TemplateVersion template,
    Content content,
    String path,
    List<String> to) {
  DocumentNote {
    to = List.copyOf(to);
  }

  static DocumentNote parse(String json) {
    try {
      return ServerJson.MAPPER.readValue(json, DocumentNote.class);
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("the note of an attempt is damaged", damaged);
    }
  }

  String json() {
    return new String(ServerJson.bytes(this), StandardCharsets.UTF_8);
  }

  /** Name of the file. */
  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
