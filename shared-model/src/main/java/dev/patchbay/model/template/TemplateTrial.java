package dev.patchbay.model.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a template is tried on: a stored event, or data as the template sees it.
 *
 * @param event the hub's id of a stored event, null if data is given
 * @param data by name, null if an event is given
 */
public record TemplateTrial(@Nullable String event, @Nullable Map<String, Object> data) {
  public TemplateTrial {
    data = data == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(data));
  }
}
