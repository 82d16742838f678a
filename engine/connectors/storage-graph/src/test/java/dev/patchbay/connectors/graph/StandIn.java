package dev.patchbay.connectors.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/**
 * A stand-in for Microsoft Graph and its token service on 127.0.0.1, as far as the connector needs
 * it and as strict as Microsoft's documentation is. Tokens belong to Graph alone: an address that
 * it hands out refuses them, as the documentation says.
 */
final class StandIn implements AutoCloseable {
  static final String TENANT = "contoso.example";
  static final String CLIENT = "11111111-2222-3333-4444-555555555555";
  static final String SECRET = "s3cret~/+ &";
  static final String DRIVE = "b!drive-1_";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern ITEM =
      Pattern.compile("/v1\\.0/drives/([^/]+)/root(?::/(.*?)(?::(/[A-Za-z]+))?|(/[A-Za-z]+)?)");

  private final StandInDrive drive = new StandInDrive();
  private final StandInUploads uploads = new StandInUploads(drive);
  private final Set<String> tokens = ConcurrentHashMap.newKeySet();
  private final AtomicInteger tokensGiven = new AtomicInteger();
  private final AtomicReference<Optional<StandInAnswer>> next =
      new AtomicReference<>(Optional.empty());
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  StandIn() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  StandInDrive drive() {
    return drive;
  }

  StandInUploads uploads() {
    return uploads;
  }

  /** How many tokens were given. */
  int tokensGiven() {
    return tokensGiven.get();
  }

  /** From now on nobody's token is good. */
  void revoke() {
    tokens.clear();
  }

  /** The next call of Graph is answered by this. */
  void answerNext(StandInAnswer answer) {
    next.set(Optional.of(answer));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      StandInAnswer answer;
      try {
        answer = answer(exchange, body);
      } catch (StandInAnswer refusal) {
        answer = refusal;
      }
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      int length = answer.body().length;
      exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
      if (length > 0) {
        exchange.getResponseBody().write(answer.body());
      }
    }
  }

  private StandInAnswer answer(HttpExchange exchange, byte[] body) throws IOException {
    var path = exchange.getRequestURI().getRawPath();
    if (path.equals("/" + TENANT + "/oauth2/v2.0/token")) {
      return token(new String(body, StandardCharsets.UTF_8));
    }
    if (path.startsWith("/up/")) {
      demandNoToken(exchange);
      var id = path.substring("/up/".length());
      return exchange.getRequestMethod().equals("DELETE")
          ? uploads.cancel(id)
          : uploads.put(id, exchange.getRequestHeaders().getFirst("Content-Range"), body);
    }
    if (path.startsWith("/down/")) {
      demandNoToken(exchange);
      return StandInAnswer.bytes(content(decoded(path.substring("/down/".length()))));
    }
    demandToken(exchange);
    var planned = next.getAndSet(Optional.empty());
    return planned.isPresent() ? planned.get() : item(exchange, path, body);
  }

  private StandInAnswer token(String form) {
    var right =
        Set.of(
            "grant_type=client_credentials",
            "client_id=" + CLIENT,
            "client_secret=s3cret%7E%2F%2B+%26");
    var scope = form.replaceFirst("^.*&scope=", "");
    boolean known = Set.of(form.split("&", -1)).containsAll(right);
    if (!known || !scope.matches("https?%3A%2F%2F[^%]+%3A\\d+%2F\\.default")) {
      var refusal = JsonNodeFactory.instance.objectNode().put("error", "invalid_client");
      return StandInAnswer.json(401, refusal.put("error_description", "AADSTS7000215: " + form));
    }
    var token = "token-" + tokensGiven.incrementAndGet();
    tokens.add(token);
    return StandInAnswer.json(
        200,
        JsonNodeFactory.instance
            .objectNode()
            .put("token_type", "Bearer")
            .put("expires_in", 3599)
            .put("access_token", token));
  }

  private StandInAnswer item(HttpExchange exchange, String rawPath, byte[] body)
      throws IOException {
    var found = ITEM.matcher(rawPath);
    if (!found.matches() || !decoded(found.group(1)).equals(DRIVE)) {
      throw StandInAnswer.error(404, "itemNotFound");
    }
    var path = found.group(2) == null ? "" : decoded(found.group(2));
    var what = found.group(2) == null ? found.group(4) : found.group(3);
    return switch (exchange.getRequestMethod() + " " + (what == null ? "" : what)) {
      case "GET " -> shown(path, exchange);
      case "PUT /content" -> put(path, exchange, body);
      case "POST /children" -> folder(path, JSON.readTree(body));
      case "POST /createUploadSession" -> session(path, exchange, JSON.readTree(body));
      default -> throw StandInAnswer.error(405, "invalidRequest");
    };
  }

  private StandInAnswer shown(String path, HttpExchange exchange) {
    var thing = drive.find(path).orElseThrow(() -> StandInAnswer.error(404, "itemNotFound"));
    var json = JsonNodeFactory.instance.objectNode().put("name", thing.path());
    if (thing.content().isEmpty()) {
      json.putObject("folder");
    } else {
      json.putObject("file").putObject("hashes").put("quickXorHash", "AAAA");
      json.put("size", thing.content().get().length);
      json.put("@microsoft.graph.downloadUrl", root(exchange) + "/down/" + encoded(path));
    }
    return StandInAnswer.json(200, json);
  }

  private StandInAnswer put(String path, HttpExchange exchange, byte[] content) {
    var query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    var onConflict = query.replaceFirst("^@microsoft\\.graph\\.conflictBehavior=", "");
    boolean isNew = drive.put(path, content, behaviour(onConflict));
    return StandInAnswer.json(isNew ? 201 : 200, JsonNodeFactory.instance.objectNode());
  }

  private StandInAnswer folder(String parent, JsonNode wanted) {
    var name = wanted.path("name").asText();
    drive.makeFolder(parent.isEmpty() ? name : parent + "/" + name);
    return StandInAnswer.json(201, JsonNodeFactory.instance.objectNode());
  }

  private StandInAnswer session(String path, HttpExchange exchange, JsonNode wanted) {
    var item = wanted.path("item").path("@microsoft.graph.conflictBehavior").asText();
    var id = uploads.begin(path, behaviour(item));
    return StandInAnswer.json(
        200, JsonNodeFactory.instance.objectNode().put("uploadUrl", root(exchange) + "/up/" + id));
  }

  private static String behaviour(String word) {
    if (!Set.of("fail", "replace", "rename").contains(word)) {
      throw StandInAnswer.error(400, "invalidRequest");
    }
    return word;
  }

  private byte[] content(String path) {
    return drive
        .find(path)
        .flatMap(StandInDrive.Thing::content)
        .orElseThrow(() -> StandInAnswer.error(404, "itemNotFound"));
  }

  private void demandToken(HttpExchange exchange) {
    var shown = exchange.getRequestHeaders().getFirst("Authorization");
    if (shown == null || !tokens.contains(shown.replaceFirst("^Bearer ", ""))) {
      throw StandInAnswer.error(401, "InvalidAuthenticationToken");
    }
  }

  private static void demandNoToken(HttpExchange exchange) {
    if (exchange.getRequestHeaders().containsKey("Authorization")) {
      throw StandInAnswer.error(401, "unauthenticated");
    }
  }

  /** As the client wrote it, which may come through a proxy. */
  private static String root(HttpExchange exchange) {
    return "http://" + exchange.getRequestHeaders().getFirst("Host");
  }

  private static String encoded(String path) {
    return URLEncoder.encode(path, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String decoded(String path) {
    return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
