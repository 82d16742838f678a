package dev.patchbay.core.delivery.attempt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Stored form of {@link AttemptContent}: one byte of format, then deflated JSON with typed cells,
 * rows as column numbers and values. Thread-safe.
 */
public final class AttemptContentCodec {
  private static final int FORMAT = 1;
  private static final int BUFFER = 4096;

  private final JsonFactory json =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
          .build();

  /** The form that is stored with the intent. */
  public byte[] write(AttemptContent content) {
    var bytes = new ByteArrayOutputStream(BUFFER);
    bytes.write(FORMAT);
    var deflater = new Deflater(Deflater.BEST_SPEED);
    try (var out = new DeflaterOutputStream(bytes, deflater, BUFFER);
        var generator = json.createGenerator(out)) {
      new ContentWriter(generator).write(content);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #write} made.
   *
   * @throws IllegalArgumentException if it is none of ours
   */
  public AttemptContent read(byte[] stored) {
    if (stored.length == 0 || stored[0] != FORMAT) {
      throw new IllegalArgumentException("attempt content of an unknown format");
    }
    try (var in = new InflaterInputStream(new ByteArrayInputStream(stored, 1, stored.length - 1));
        JsonParser parser = json.createParser(in)) {
      return new ContentReader(parser).read();
    } catch (IOException broken) {
      throw new IllegalArgumentException("attempt content is damaged", broken);
    }
  }
}
