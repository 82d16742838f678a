package dev.patchbay.connectors.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * What the library's requests are sent by: the JDK's client, which knows when a server has closed a
 * connection that would be used again. That of {@code HttpURLConnection} finds it out with a file
 * half sent. Thread-safe.
 */
final class Transport implements SdkHttpClient {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  /** The client sets them by itself, to the same values. */
  private static final Set<String> ITS_OWN = Set.of("host", "content-length");

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("s3-http-", 0).factory());
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .executor(threads)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest prepared) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return answered(send(request(prepared)));
      }

      @Override
      public void abort() {} // who gives up interrupts the thread that waits
    };
  }

  @Override
  public void close() {
    http.shutdownNow();
    threads.shutdown();
  }

  private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
    try {
      return http.send(request, BodyHandlers.ofInputStream());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  private static HttpRequest request(HttpExecuteRequest prepared) {
    var head = prepared.httpRequest();
    var request =
        HttpRequest.newBuilder(head.getUri()).method(head.method().name(), body(prepared));
    head.forEachHeader(
        (name, values) -> {
          if (!ITS_OWN.contains(name.toLowerCase(Locale.ROOT))) {
            values.forEach(value -> request.header(name, value));
          }
        });
    return request.build();
  }

  private static BodyPublisher body(HttpExecuteRequest prepared) {
    long length = length(prepared.httpRequest());
    return prepared
        .contentStreamProvider()
        .filter(_ -> length > 0)
        .map(content -> BodyPublishers.ofInputStream(content::newStream))
        .map(content -> BodyPublishers.fromPublisher(content, length))
        .orElseGet(BodyPublishers::noBody);
  }

  private static long length(SdkHttpRequest head) {
    return head.firstMatchingHeader("Content-Length").map(Long::parseLong).orElse(0L);
  }

  private static HttpExecuteResponse answered(HttpResponse<InputStream> answer) {
    return HttpExecuteResponse.builder()
        .response(
            SdkHttpResponse.builder()
                .statusCode(answer.statusCode())
                .headers(answer.headers().map())
                .build())
        .responseBody(AbortableInputStream.create(answer.body()))
        .build();
  }
}
