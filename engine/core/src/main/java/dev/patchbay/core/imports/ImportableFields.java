package dev.patchbay.core.imports;

import dev.patchbay.model.imports.RequestField;
import dev.patchbay.model.imports.RequestField.Kind;
import java.util.List;

/** What an import can fill in a request. */
public final class ImportableFields {
  private static final List<RequestField> ALL =
      DraftField.all().stream().map(ImportableFields::field).toList();

  private ImportableFields() {}

  /** All but those of {@code attributes}, in the order of the contract. */
  public static List<RequestField> all() {
    return ALL;
  }

  private static RequestField field(DraftField field) {
    return new RequestField(
        field.path(), kind(field.kind()), field.path().equals(DraftField.TITLE));
  }

  private static Kind kind(DraftField.Kind kind) {
    return switch (kind) {
      case DraftField.Kind.Numeric _ -> Kind.NUMBER;
      case DraftField.Kind.Flag _ -> Kind.BOOLEAN;
      case DraftField.Kind.Time _ -> Kind.TIME;
      case DraftField.Kind.Texts _ -> Kind.TEXTS;
      case DraftField.Kind.Text _, DraftField.Kind.Address _, DraftField.Kind.Email _ -> Kind.TEXT;
    };
  }
}
