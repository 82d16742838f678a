package dev.patchbay.signatures.web;

import eu.europa.esig.dss.spi.client.http.DataLoader;
import eu.europa.esig.dss.spi.exception.DSSExternalResourceException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/**
 * Asks authorities by HTTP or HTTPS, and nobody by other protocols. An answer may have 20 MB, as
 * lists of revoked certificates do.
 */
final class WebLoader implements DataLoader {
  private static final long serialVersionUID = 1;
  private static final int LARGEST_ANSWER = 20 << 20;
  private static final int OK = 200;

  private final Duration limit;
  private final transient HttpClient client;
  private String contentType;

  /**
   * The loader.
   *
   * @param contentType of what it sends
   * @param limit how long an answer may take
   */
  WebLoader(String contentType, Duration limit) {
    this.contentType = contentType;
    this.limit = limit;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(limit)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
  }

  @Override
  public byte[] get(String url) {
    return answer(request(url).GET().build());
  }

  @Override
  public DataAndUrl get(List<String> urls) {
    var failure = new DSSExternalResourceException("nothing to ask");
    for (var url : urls) {
      try {
        return new DataAndUrl(url, get(url));
      } catch (DSSExternalResourceException next) {
        failure = next;
      }
    }
    throw failure;
  }

  @Override
  public byte[] post(String url, byte[] content) {
    var body = BodyPublishers.ofByteArray(content);
    return answer(request(url).header("Content-Type", contentType).POST(body).build());
  }

  @Override
  public void setContentType(String contentType) {
    this.contentType = contentType;
  }

  private HttpRequest.Builder request(String url) {
    try {
      return HttpRequest.newBuilder(URI.create(url)).timeout(limit);
    } catch (IllegalArgumentException wrong) {
      throw new DSSExternalResourceException(url + " is no address of the web", wrong);
    }
  }

  private byte[] answer(HttpRequest request) {
    try {
      var response = client.send(request, BodyHandlers.ofInputStream());
      return content(request.uri(), response);
    } catch (IOException failure) {
      throw new DSSExternalResourceException(request.uri() + " does not answer", failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new DSSExternalResourceException("interrupted", stopped);
    }
  }

  private static byte[] content(URI url, HttpResponse<InputStream> response) throws IOException {
    try (var body = response.body()) {
      var content = body.readNBytes(LARGEST_ANSWER + 1);
      if (response.statusCode() != OK) {
        throw new DSSExternalResourceException(url + " answers " + response.statusCode());
      }
      if (content.length > LARGEST_ANSWER) {
        throw new DSSExternalResourceException(url + " answers with more than 20 MB");
      }
      return content;
    }
  }
}
