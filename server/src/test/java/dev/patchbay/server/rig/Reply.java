package dev.patchbay.server.rig;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.patchbay.model.Page;
import dev.patchbay.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** An answer of the API. */
public record Reply(int status, HttpHeaders headers, byte[] body) {
  static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .build();

  static Reply of(HttpResponse<byte[]> answer) {
    return new Reply(answer.statusCode(), answer.headers(), answer.body());
  }

  /** The body, if this is the status that was expected. */
  public <T> T as(int expected, Class<T> type) {
    return read(expected, () -> JSON.readValue(body, type));
  }

  /** The body as a page. */
  public <T> Page<T> page(Class<T> item) {
    JavaType page = JSON.getTypeFactory().constructParametricType(Page.class, item);
    return read(200, () -> JSON.readValue(body, page));
  }

  /** The body as a problem, which has to carry the status and the media type of one. */
  public Problem problem(int expected) {
    if (!header("Content-Type").equals(Optional.of("application/problem+json"))) {
      throw new AssertionError("no problem: " + this);
    }
    var problem = as(expected, Problem.class);
    if (problem.status() != expected) {
      throw new AssertionError("the problem says another status: " + this);
    }
    return problem;
  }

  /** Fields that the problem names. */
  public List<String> faults(int expected) {
    return problem(expected).errors().stream().map(error -> error.field()).toList();
  }

  /** The ETag, which has to be there. */
  public String tag() {
    return header("ETag").orElseThrow(() -> new AssertionError("no ETag: " + this));
  }

  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return status + " " + headers.map() + " " + text();
  }

  private <T> T read(int expected, Callable<T> reading) {
    if (status != expected) {
      throw new AssertionError("expected " + expected + ": " + this);
    }
    try {
      return reading.call();
    } catch (Exception unreadable) {
      throw new AssertionError("unreadable: " + this, unreadable);
    }
  }

  static byte[] bytes(Object body) {
    try {
      return body instanceof String text
          ? text.getBytes(StandardCharsets.UTF_8)
          : JSON.writeValueAsBytes(body);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
