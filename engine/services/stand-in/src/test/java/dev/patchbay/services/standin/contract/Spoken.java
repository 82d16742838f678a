package dev.patchbay.services.standin.contract;

import java.util.List;
import java.util.Map;

/**
 * One request and its answer, as they went over the wire.
 *
 * @param path raw, without the query
 * @param query raw, empty if there is none
 * @param sent headers of the request, by lower-case name
 * @param received headers of the answer, by lower-case name
 */
record Spoken(
    String method,
    String path,
    String query,
    Map<String, List<String>> sent,
    String body,
    int status,
    Map<String, List<String>> received,
    String answer) {
  Spoken withStatus(int other) {
    return new Spoken(method, path, query, sent, body, other, received, answer);
  }

  Spoken withAnswer(String other) {
    return new Spoken(method, path, query, sent, body, status, received, other);
  }

  Spoken withReceived(Map<String, List<String>> other) {
    return new Spoken(method, path, query, sent, body, status, other, answer);
  }

  Spoken withPath(String other) {
    return new Spoken(method, other, query, sent, body, status, received, answer);
  }

  Spoken withQuery(String other) {
    return new Spoken(method, path, other, sent, body, status, received, answer);
  }

  Spoken withBody(String other) {
    return new Spoken(method, path, query, sent, other, status, received, answer);
  }

  Spoken withSent(Map<String, List<String>> other) {
    return new Spoken(method, path, query, other, body, status, received, answer);
  }
}
