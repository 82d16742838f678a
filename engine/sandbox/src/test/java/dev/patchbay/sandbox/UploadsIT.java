package dev.patchbay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Resumable uploads of Drive, request by request. */
@ExtendWith(SharedSandbox.class)
class UploadsIT {

  private static final String UPLOADS = "/upload/drive/v3/files?uploadType=resumable";

  private final Sandbox sandbox;
  private final Wire wire;

  UploadsIT(Sandbox sandbox, Wire wire) {
    this.sandbox = sandbox;
    this.wire = wire;
  }

  @Test
  void anUploadThatIsCancelledNeverBecomesAFile() {
    int before = sandbox.openUploads();
    var session = begin(4);
    assertThat(sandbox.openUploads()).isEqualTo(before + 1);

    assertThat(wire.send("DELETE", session, Map.of(), "").status()).isEqualTo(499);
    assertThat(sandbox.openUploads()).isEqualTo(before);
    assertThat(put(session, "bytes 0-3/4", "text")).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "bytes 1-4/5, gap",
    "bytes 0-3/4, shorter than it says",
    "bytes 0-1/5, neither last nor of 256 KiB",
    "bytes 0-9/10, longer than it says"
  })
  void refusesAChunkThatDoesNotFit(String range, String why) {
    assertThat(put(begin(5), range, "te")).as(why).isEqualTo(400);
  }

  @Test
  void aFileIsThereOnceItsLastByteIs() {
    var session = begin(262_145);
    var chunk = "x".repeat(256 * 1024);

    assertThat(put(session, "bytes 0-262143/262145", chunk)).isEqualTo(308);
    assertThat(put(session, "bytes */262145", "")).isEqualTo(308);
    assertThat(put(session, "bytes 262144-262144/262145", "y")).isEqualTo(200);
  }

  private int put(String session, String range, String content) {
    return wire.send("PUT", session, Map.of("Content-Range", range), content).status();
  }

  /** Path and query of an upload of so many bytes. */
  private String begin(int length) {
    var headers =
        Map.of(
            "Content-Type", "application/json",
            "X-Upload-Content-Type", "text/plain",
            "X-Upload-Content-Length", Integer.toString(length));
    var reply = wire.send("POST", UPLOADS, headers, "{\"name\":\"a.txt\"}");
    var session = URI.create(reply.header("location").orElseThrow());
    return session.getRawPath() + "?" + session.getRawQuery();
  }
}
