package dev.patchbay.model.event;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A next version of a contract, to be checked or registered.
 *
 * @param schema JSON Schema draft 2020-12 of the data, an object
 */
public record ContractDraft(Map<String, Object> schema) {
  public ContractDraft {
    schema = Collections.unmodifiableMap(new LinkedHashMap<>(schema));
  }
}
