package dev.patchbay.signatures;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.patchbay.signatures.sign.KeySource;
import dev.patchbay.signatures.sign.SignatureLevel;
import dev.patchbay.signatures.sign.TimeStampAuthority;
import dev.patchbay.signatures.sign.VisibleMark;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the process is to do, as JSON on its standard input: it may hold a password. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "$type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Order.Sign.class, name = "Sign"),
  @JsonSubTypes.Type(value = Order.Stamp.class, name = "Stamp"),
  @JsonSubTypes.Type(value = Order.Stamps.class, name = "Stamps"),
  @JsonSubTypes.Type(value = Order.Key.class, name = "Key"),
  @JsonSubTypes.Type(value = Order.Verify.class, name = "Verify")
})
sealed interface Order {
  /**
   * To sign.
   *
   * @param out where the signed file goes
   * @param stamps JSON file with those that are put on first; null for none
   * @param authority null for none
   * @param mark null for a signature that is not seen
   * @param reason empty for none
   * @param trust PEM files
   */
  record Sign(
      Path in,
      Path out,
      @Nullable Path stamps,
      KeySource key,
      SignatureLevel level,
      @Nullable TimeStampAuthority authority,
      @Nullable VisibleMark mark,
      String reason,
      List<Path> trust)
      implements Order {}

  /**
   * To stamp.
   *
   * @param out where the stamped file goes
   * @param stamps JSON file with a list of them
   */
  record Stamp(Path in, Path out, Path stamps) implements Order {}

  /**
   * To say whether stamps can be drawn.
   *
   * @param stamps JSON file with a list of them
   */
  record Stamps(Path stamps) implements Order {}

  /** To say whose a key is, and until when it signs. */
  record Key(KeySource key) implements Order {}

  /**
   * To say what signatures are worth.
   *
   * @param trust PEM files
   * @param online whether authorities may be asked
   */
  record Verify(Path in, List<Path> trust, boolean online) implements Order {}
}
