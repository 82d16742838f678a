package dev.patchbay.connectors.email;

import dev.patchbay.spi.Deadline;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Asks an authorization server for an access token, anew for each connection: by a refresh token
 * (RFC 6749, section 6), or by client credentials (section 4.4). Redirects are not followed, and
 * what the server says about itself is not passed on: it may hold what was sent.
 *
 * @param scope what is asked for, empty for what the server gives by itself
 */
record TokenEndpoint(URI url, String client, Optional<String> scope) {
  private static final int MOST_BYTES = 1 << 16;

  /** Errors of section 5.2 that stay until a person mends something. */
  private static final Set<String> LASTING =
      Set.of(
          "invalid_request",
          "invalid_client",
          "invalid_grant",
          "unauthorized_client",
          "unsupported_grant_type",
          "invalid_scope");

  /** What a bearer token is made of (RFC 6750, section 2.1). */
  private static final Pattern B64_TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

  /** A token that serves now. */
  String token(Optional<String> clientSecret, Optional<String> refreshToken, Deadline deadline)
      throws MailFailure {
    try (var http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build()) {
      var asked =
          http.sendAsync(
              request(clientSecret, refreshToken),
              BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
      try {
        return read(asked.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS));
      } finally {
        http.shutdownNow();
      }
    } catch (ExecutionException | TimeoutException failure) {
      throw unavailable("answers nothing that can be used");
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw unavailable("was not waited for");
    }
  }

  private HttpRequest request(Optional<String> clientSecret, Optional<String> refreshToken) {
    var form = new StringBuilder();
    form.append(
        refreshToken
            .map(token -> "grant_type=refresh_token&refresh_token=" + encoded(token))
            .orElse("grant_type=client_credentials"));
    scope.ifPresent(words -> form.append("&scope=").append(encoded(words)));
    var request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json");
    if (clientSecret.isPresent()) {
      request.header("Authorization", "Basic " + basic(clientSecret.get()));
    } else {
      form.append("&client_id=").append(encoded(client));
    }
    return request.POST(BodyPublishers.ofString(form.toString())).build();
  }

  /** Section 2.3.1: each encoded on its own first. */
  private String basic(String secret) {
    var pair = encoded(client) + ":" + encoded(secret);
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
  }

  private String read(HttpResponse<byte[]> answer) throws MailFailure {
    var members = members(answer.body());
    int status = answer.statusCode();
    var token = members.getOrDefault("access_token", "");
    if (status == 200 && B64_TOKEN.matcher(token).matches()) {
      return token;
    }
    var error = members.getOrDefault("error", "");
    if (status >= 400 && status < 500 && LASTING.contains(error)) {
      throw MailFailure.credential(
          "token-refused",
          "The authorization server at %s gives no token (%d, %s). Enter client, secret and refresh"
                  .formatted(url.getAuthority(), status, error)
              + " token anew.");
    }
    throw unavailable("gives no token (" + status + ")");
  }

  private static Map<String, String> members(byte[] body) {
    try {
      return TokenJson.topOf(body);
    } catch (IOException none) {
      return Map.of();
    }
  }

  private MailFailure unavailable(String what) {
    return MailFailure.later(
        "no-token", "The authorization server at " + url.getAuthority() + " " + what + ".");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
