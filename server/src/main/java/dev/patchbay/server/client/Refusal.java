package dev.patchbay.server.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.model.Problem;
import dev.patchbay.server.http.ServerJson;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why a server did not do as it was asked, from the body of its answer. Pure. */
final class Refusal {
  private Refusal() {}

  static String inWords(byte[] body) throws IOException {
    var answer = ServerJson.MAPPER.readTree(body);
    return answer.has("type") ? inWords(answer) : answer.toString();
  }

  private static String inWords(JsonNode answer) throws IOException {
    var problem = ServerJson.MAPPER.treeToValue(answer, Problem.class);
    var fields = problem.errors().stream().map(error -> error.field() + " " + error.message());
    return Stream.concat(Stream.ofNullable(problem.detail()), fields)
        .collect(Collectors.joining("; "));
  }
}
