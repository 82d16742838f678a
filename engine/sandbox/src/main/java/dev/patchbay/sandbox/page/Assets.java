package dev.patchbay.sandbox.page;

import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.Body;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** The files that the page is made of. */
final class Assets {

  private record Asset(String resource, String contentType) {}

  private static final String SCRIPT = "text/javascript; charset=UTF-8";

  private static final Map<String, Asset> ASSETS =
      Map.of(
          "/", new Asset("index.html", "text/html; charset=UTF-8"),
          "/_page/style.css", new Asset("style.css", "text/css; charset=UTF-8"),
          "/_page/app.js", new Asset("app.js", SCRIPT),
          "/_page/grid.js", new Asset("grid.js", SCRIPT),
          "/_page/panels.js", new Asset("panels.js", SCRIPT),
          "/_page/dom.js", new Asset("dom.js", SCRIPT),
          "/_page/icon.svg", new Asset("icon.svg", "image/svg+xml"),
          "/favicon.ico", new Asset("icon.svg", "image/svg+xml"));

  private Assets() {}

  static Optional<Answer> answer(String path) {
    return Optional.ofNullable(ASSETS.get(path))
        .map(
            asset ->
                Answer.bytes(asset.contentType, Body.of(read(asset.resource)))
                    .with("Cache-Control", "no-cache")
                    .with("Content-Security-Policy", "default-src 'self'; style-src 'self'")
                    .with("X-Content-Type-Options", "nosniff"));
  }

  private static byte[] read(String resource) {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the page's " + resource + " is missing from the jar");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
