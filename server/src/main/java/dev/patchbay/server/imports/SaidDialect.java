package dev.patchbay.server.imports;

import dev.patchbay.core.imports.ImportOrder;
import dev.patchbay.core.job.HopelessRunException;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.imports.ImportDraft;
import dev.patchbay.server.http.ProblemException;
import dev.patchbay.spreadsheets.EncodingName;
import dev.patchbay.spreadsheets.SeparatorName;
import dev.patchbay.spreadsheets.TextDialect;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How people say that a text is to be read; null for what they do not say. */
record SaidDialect(@Nullable String encoding, @Nullable String separator) {
  /**
   * Of a draft.
   *
   * @throws ProblemException that names what is no encoding or separator
   */
  static TextDialect of(ImportDraft draft) {
    var said = new SaidDialect(draft.encoding(), draft.separator());
    var faults = said.faults();
    if (!faults.isEmpty()) {
      throw ProblemException.fields(faults);
    }
    return said.meant();
  }

  /** Of a run that this version of the hub, or another, has taken. */
  static TextDialect of(ImportOrder order) throws HopelessRunException {
    var said = new SaidDialect(order.encoding(), order.separator());
    for (var fault : said.faults()) {
      throw new HopelessRunException("%s %s.".formatted(fault.field(), fault.message()));
    }
    return said.meant();
  }

  private List<FieldError> faults() {
    var faults = new ArrayList<FieldError>();
    if (encoding != null && EncodingName.charset(encoding).isEmpty()) {
      faults.add(
          new FieldError("/encoding", "must be an encoding, such as " + EncodingName.EXAMPLES));
    }
    if (separator != null && SeparatorName.character(separator).isEmpty()) {
      faults.add(new FieldError("/separator", "must be " + SeparatorName.CHOICES));
    }
    return faults;
  }

  private TextDialect meant() {
    return new TextDialect(
        encoding == null ? null : EncodingName.charset(encoding).orElse(null),
        separator == null ? null : SeparatorName.character(separator).orElse(null));
  }
}
