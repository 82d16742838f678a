package dev.patchbay.store.retry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.patchbay.model.delivery.DeliveryFilter;

/** Filters as they are kept with a run. */
final class FilterJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private FilterJson() {}

  static String write(DeliveryFilter filter) {
    try {
      return JSON.writeValueAsString(filter);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a filter can always be written", e);
    }
  }

  static DeliveryFilter read(String json) {
    try {
      return JSON.readValue(json, DeliveryFilter.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a bulk retry is stored damaged", e);
    }
  }
}
