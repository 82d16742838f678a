package dev.patchbay.core.imports;

import dev.patchbay.model.imports.ImportType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field of a request that can be made, as RequestDraft of the Request Service's contract has it.
 *
 * @param path name, or names with a dot between them
 */
record DraftField(String path, Kind kind) {
  /** The field that no request is made without. */
  static final String TITLE = "title";

  private static final String ATTRIBUTES = "attributes.";
  private static final int LONGEST_ATTRIBUTE = 100;

  /** What a field holds. */
  sealed interface Kind {
    /** Text of so many characters at most. */
    record Text(int most) implements Kind {}

    record Numeric(double least, double most) implements Kind {}

    record Flag() implements Kind {}

    record Time() implements Kind {}

    /** Texts with a comma or semicolon between them. */
    record Texts() implements Kind {}

    record Address() implements Kind {}

    record Email() implements Kind {}
  }

  /** Beyond what the contract says, so that no cell fills the memory. */
  static final int LONGEST_TEXT = 100_000;

  private static final Kind TEXT = new Kind.Text(LONGEST_TEXT);
  private static final Map<String, DraftField> FIXED = fixed();

  private static Map<String, DraftField> fixed() {
    var fields = new LinkedHashMap<String, DraftField>();
    add(fields, new Kind.Text(512), "id");
    add(fields, new Kind.Text(500), TITLE);
    add(fields, TEXT, "status", "statusNotes", "category", "service", "serviceCode", "description");
    add(fields, TEXT, "address", "zip", "district", "assignee", "agency", "priority", "channel");
    add(fields, new Kind.Numeric(-90, 90), "lat");
    add(fields, new Kind.Numeric(-180, 180), "long");
    add(fields, new Kind.Time(), "requestedAt", "expectedAt");
    add(fields, new Kind.Texts(), "tags");
    add(fields, new Kind.Address(), "mediaUrl");
    add(fields, new Kind.Flag(), "public");
    add(fields, TEXT, "reporter.id", "reporter.name", "reporter.phone", "reporter.language");
    add(fields, new Kind.Email(), "reporter.email");
    return fields;
  }

  private static void add(Map<String, DraftField> fields, Kind kind, String... paths) {
    for (var path : paths) {
      fields.put(path, new DraftField(path, kind));
    }
  }

  /** All but those of {@code attributes}. */
  static Collection<DraftField> all() {
    return FIXED.values();
  }

  static boolean isAttribute(String path) {
    return path.startsWith(ATTRIBUTES)
        && path.length() > ATTRIBUTES.length()
        && path.length() <= LONGEST_ATTRIBUTE + ATTRIBUTES.length();
  }

  /** The field of a path, if a request has it. */
  static Optional<DraftField> of(String path, @Nullable ImportType type) {
    return isAttribute(path)
        ? Optional.of(new DraftField(path, attribute(type)))
        : Optional.ofNullable(FIXED.get(path));
  }

  private static Kind attribute(@Nullable ImportType type) {
    return switch (type) {
      case null -> TEXT;
      case TEXT -> TEXT;
      case NUMBER -> new Kind.Numeric(-Double.MAX_VALUE, Double.MAX_VALUE);
      case BOOLEAN -> new Kind.Flag();
    };
  }

  /** Object that it stands in, empty for the request itself. */
  String parent() {
    int dot = path.indexOf('.');
    return dot < 0 ? "" : path.substring(0, dot);
  }

  /** Name within that. */
  String name() {
    return path.substring(path.indexOf('.') + 1);
  }
}
