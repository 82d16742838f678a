package dev.patchbay.model.job;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Rows of a route's target that are compared with what the hub delivered there.
 *
 * @param route name of one that keeps a row for each key, where its rows can be read back
 * @param repair whether what is missing or differs is delivered again; what people added stays
 */
public record Reconciliation(String route, @JsonProperty(defaultValue = "false") boolean repair) {}
