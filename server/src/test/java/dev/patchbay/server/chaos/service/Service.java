package dev.patchbay.server.chaos.service;

import dev.patchbay.testkit.JavaCommand;
import dev.patchbay.testkit.JavaProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The service's process, as the test drives and watches it. Not thread-safe. */
public final class Service implements AutoCloseable {
  /** Path of a target that appends. */
  public static final String FACTS = "facts";

  /** Path of a target that keeps one row for each key. */
  public static final String STATES = "states";

  private static final Duration START = Duration.ofSeconds(30);

  private final Path directory;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ServiceLog log;
  private final List<Applied> applied = new ArrayList<>();
  private final Set<String> facts = new HashSet<>();
  private final URI uri;
  private String authorization;
  private JavaProcess process;
  private int lives;

  private Service(Path directory, String authorization) {
    this.directory = directory;
    this.authorization = authorization;
    this.log = new ServiceLog(file());
    this.process = born(0);
    this.uri = ready();
  }

  /** Starts it; lets those in who bring this authorization. */
  public static Service start(Path directory, String authorization) {
    return new Service(directory, authorization);
  }

  /** Where targets' paths begin. */
  public URI uri() {
    return uri.resolve("/hooks");
  }

  /** How the next so many posts to a path are dealt with. */
  public void will(Manner manner, int times, String path) throws Exception {
    order(path + " " + manner + " " + times);
  }

  /** As {@link #will}, to any path. */
  public void will(Manner manner, int times) throws Exception {
    will(manner, times, FACTS);
    will(manner, times, STATES);
  }

  /** Forgets what it was told. */
  public void behaveAgain() throws Exception {
    order(Manner.WELL.name());
  }

  /** From now on lets in only who brings this. */
  public void demand(String newAuthorization) throws Exception {
    authorization = newAuthorization;
    order("AUTHORIZATION " + newAuthorization);
  }

  /** Kills it and starts it again on the same log and port; returns when it answers. */
  public void dieAndRise() {
    process.kill();
    process = born(uri.getPort());
    ready();
  }

  /** All that it applied, in order. */
  public List<Applied> applied() throws IOException {
    for (var one : log.more()) {
      applied.add(one);
      if (one.path().equals(FACTS)) {
        facts.add(factOf(one));
      }
    }
    return applied;
  }

  /** Ids of the facts that it applied. */
  public Set<String> facts() throws IOException {
    applied();
    return facts;
  }

  /** Id of the fact that a post brought. */
  public static String factOf(Applied one) {
    var data = one.body().path("data");
    return data.path("Id").asText() + "-" + data.path("Version").asInt();
  }

  @Override
  public void close() {
    process.close();
    http.shutdownNow();
  }

  private void order(String order) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(uri.resolve("/control"));
    var answer =
        http.send(request.POST(BodyPublishers.ofString(order)).build(), BodyHandlers.discarding());
    if (answer.statusCode() != 204) {
      throw new IllegalStateException("the service did not take the order " + order);
    }
  }

  private Path file() {
    return directory.resolve("applied.jsonl");
  }

  private JavaProcess born(int port) {
    lives++;
    return JavaCommand.of(ServiceMain.class)
        .withArguments(Integer.toString(port), file().toString(), authorization)
        .start(directory.resolve("service-" + lives + ".log"));
  }

  private URI ready() {
    return URI.create(process.awaitReady("service", START));
  }
}
