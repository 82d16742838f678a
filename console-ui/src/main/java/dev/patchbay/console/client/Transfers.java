package dev.patchbay.console.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

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
      var response =
          transport.exchange(
              key ->
                  transport
                      .request(path, key)
                      .timeout(LONGEST)
                      .header("Accept", "application/json")
                      .header("Content-Type", form.mediaType())
                      .POST(form.body())
                      .build(),
              BodyHandlers.ofByteArray());
      return transport.read(response, answer);
    } catch (FileNotFoundException gone) {
      throw new HubException(new Failure.Disk(file.toString(), Transport.reason(gone)));
    } catch (IOException broken) {
      throw transport.unreachable(broken);
    }
  }

  /** Fetches a file; a part of it is never left, under no name. */
  Path download(String path, Path target) throws HubException, InterruptedException {
    try {
      return stored(path, target, target.resolveSibling(target.getFileName() + ".part"));
    } catch (FileSystemException disk) {
      throw new HubException(new Failure.Disk(disk.getFile(), Transport.reason(disk)));
    } catch (IOException broken) {
      throw transport.unreachable(broken);
    }
  }

  private Path stored(String path, Path target, Path part)
      throws IOException, HubException, InterruptedException {
    try (var file = Files.newOutputStream(part)) {
      var response =
          transport.exchange(
              key -> transport.request(path, key).timeout(LONGEST).build(),
              BodyHandlers.ofInputStream());
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
