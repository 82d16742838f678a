package dev.patchbay.model.event;

import java.util.List;

/** A versioned contract: the event type and the fields its data may carry. */
public record ContractView(String type, int version, List<ContractField> fields) {
  public ContractView {
    fields = List.copyOf(fields);
  }
}
