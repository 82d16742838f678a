package dev.patchbay.signatures.web;

import eu.europa.esig.dss.spi.client.http.DataLoader;
import eu.europa.esig.dss.spi.exception.DSSExternalResourceException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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

  /** The time is that of the whole exchange: an answer may begin at once and never end. */
  private byte[] answer(HttpRequest request) {
    var asked =
        client.sendAsync(
            request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
    try {
      return content(request.uri(), asked.get(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException late) {
      throw new DSSExternalResourceException(request.uri() + " does not answer in time", late);
    } catch (ExecutionException failure) {
      throw new DSSExternalResourceException(
          request.uri() + " does not answer, or with more than 20 MB", failure.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new DSSExternalResourceException("interrupted", stopped);
    } finally {
      asked.cancel(true);
    }
  }

  private static byte[] content(URI url, HttpResponse<byte[]> response) {
    if (response.statusCode() != OK) {
      throw new DSSExternalResourceException(url + " answers " + response.statusCode());
    }
    return response.body();
  }
}
