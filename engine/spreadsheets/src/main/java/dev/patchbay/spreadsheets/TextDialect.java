package dev.patchbay.spreadsheets;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * How a text file with separated values is read. A workbook has none.
 *
 * @param encoding of the text, null to find it out
 * @param separator between cells, null to find it out
 */
public record TextDialect(@Nullable Charset encoding, @Nullable Character separator) {
  /** Everything is found out. */
  public static final TextDialect DETECTED = new TextDialect(null, null);
}
