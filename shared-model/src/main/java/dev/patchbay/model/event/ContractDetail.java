package dev.patchbay.model.event;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A contract as it stands, with its history.
 *
 * @param version that stands, as its ETag
 * @param schema JSON Schema of the data
 * @param registered versions that were registered, oldest first; what came with the hub is not
 *     among them
 */
public record ContractDetail(
    String type, int version, Map<String, Object> schema, List<Registered> registered) {
  public ContractDetail {
    schema = Collections.unmodifiableMap(new LinkedHashMap<>(schema));
    registered = List.copyOf(registered);
  }

  /** One version. */
  public record Registered(int version, Instant at, String by) {}
}
