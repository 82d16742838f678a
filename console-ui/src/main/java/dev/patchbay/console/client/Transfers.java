package dev.patchbay.console.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Files to the hub and from it, neither held in memory. */
record Transfers(Transport transport) {
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int SOME = 1 << 16;

  /** Sends a form of JSON and of a file, which is read as it is sent. */
  <T> T upload(String path, String part, Object content, Path file, TypeReference<T> answer)
      throws HubException, InterruptedException {
    transport.demandWritable();
    try {
      var form = Form.of(part, transport.json().writeValueAsBytes(content), file);
      return post(path, new Body(form.mediaType(), form.body(), null), answer);
    } catch (IOException broken) {
      throw failed(file, broken);
    }
  }

  /**
   * Sends a file as the whole body, which changes something.
   *
   * @param version that the change is made for, null if for none
   */
  <T> T upload(
      String path, String mediaType, Path file, @Nullable Long version, TypeReference<T> answer)
      throws HubException, InterruptedException {
    transport.demandWritable();
    try {
      return post(path, new Body(mediaType, BodyPublishers.ofFile(file), version), answer);
    } catch (IOException broken) {
      throw failed(file, broken);
    }
  }

  /** Sends a file to have it looked at. */
  <T> T ask(String path, String mediaType, Path file, TypeReference<T> answer)
      throws HubException, InterruptedException {
    try {
      return post(path, new Body(mediaType, BodyPublishers.ofFile(file), null), answer);
    } catch (IOException broken) {
      throw failed(file, broken);
    }
  }

  private record Body(String mediaType, BodyPublisher content, @Nullable Long version) {}

  private <T> T post(String path, Body body, TypeReference<T> answer)
      throws IOException, HubException, InterruptedException {
    var response =
        transport.exchange(
            key -> {
              var request =
                  transport
                      .request(path, key)
                      .timeout(LONGEST)
                      .header("Accept", "application/json")
                      .header("Content-Type", body.mediaType());
              if (body.version() != null) {
                request.header("If-Match", "\"" + body.version() + "\"");
              }
              return request.POST(body.content()).build();
            },
            BodyHandlers.ofByteArray());
    return transport.read(response, answer);
  }

  private HubException failed(Path file, IOException broken) {
    return broken instanceof FileNotFoundException
        ? new HubException(new Failure.Disk(file.toString(), Transport.reason(broken)))
        : transport.unreachable(broken);
  }

  /** What the hub makes of a question, held in memory. */
  HttpResponse<byte[]> made(String path, Object question)
      throws HubException, InterruptedException {
    try {
      var response = transport.exchange(asking(path, question), BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new HubException(transport.failure(response.statusCode(), response.body()));
      }
      return response;
    } catch (IOException broken) {
      throw transport.unreachable(broken);
    }
  }

  private Transport.Asking asking(String path, Object question) {
    return key ->
        transport
            .request(path, key)
            .timeout(LONGEST)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(transport.json().writeValueAsBytes(question)))
            .build();
  }

  /** Fetches a file; a part of it is never left, under no name. */
  Path download(String path, Path target) throws HubException, InterruptedException {
    return download(key -> transport.request(path, key).timeout(LONGEST).build(), target);
  }

  /** Puts what the hub makes of a question into a file, likewise. */
  Path download(String path, Object question, Path target)
      throws HubException, InterruptedException {
    return download(asking(path, question), target);
  }

  private Path download(Transport.Asking request, Path target)
      throws HubException, InterruptedException {
    try {
      return stored(request, target, target.resolveSibling(target.getFileName() + ".part"));
    } catch (FileSystemException disk) {
      throw new HubException(new Failure.Disk(disk.getFile(), Transport.reason(disk)));
    } catch (IOException broken) {
      throw transport.unreachable(broken);
    }
  }

  private Path stored(Transport.Asking request, Path target, Path part)
      throws IOException, HubException, InterruptedException {
    try (var file = Files.newOutputStream(part)) {
      var response = transport.exchange(request, BodyHandlers.ofInputStream());
      copy(response, file, part);
      return Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** A disk that is full is told from a hub that falls silent. */
  private void copy(HttpResponse<InputStream> response, OutputStream file, Path part)
      throws IOException, HubException {
    try (var body = response.body()) {
      if (response.statusCode() != 200) {
        throw new HubException(transport.failure(response.statusCode(), body.readAllBytes()));
      }
      var some = new byte[SOME];
      for (int read = body.read(some); read >= 0; read = body.read(some)) {
        write(file, some, read, part);
      }
    }
  }

  private static void write(OutputStream file, byte[] some, int length, Path part)
      throws FileSystemException {
    try {
      file.write(some, 0, length);
    } catch (IOException full) {
      throw new FileSystemException(part.toString(), null, full.getMessage());
    }
  }
}
