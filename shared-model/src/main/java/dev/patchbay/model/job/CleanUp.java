package dev.patchbay.model.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What is removed after how many days. What is null is left alone; what is open, has failed or
 * waits is in any case.
 *
 * @param runFiles files that runs made, at least 1; the runs stay
 * @param runs runs of all kinds but imports, with their files and logs, at least 31
 * @param imports imports with their files and errors, and what is known of the rows that they
 *     brought, at least 31
 * @param unreadable records of brokers that were no events, at least 31
 * @param incidents of intakes, since somebody has seen them, at least 7
 * @param events accepted events with their finished deliveries, attempts and identities, counted
 *     from when the last delivery ended, at least 31
 * @param documents what is known of documents that routes made, counted from when it last changed,
 *     at least 31; their files stay where they are
 * @param dryRun whether it is only counted
 */
public record CleanUp(
    @Nullable Integer runFiles,
    @Nullable Integer runs,
    @Nullable Integer imports,
    @Nullable Integer unreadable,
    @Nullable Integer incidents,
    @JsonInclude(JsonInclude.Include.NON_NULL) // nodes of the version before do not know it
        @Nullable Integer events,
    @JsonInclude(JsonInclude.Include.NON_NULL) // nor this one
        @Nullable Integer documents,
    @JsonProperty(defaultValue = "false") boolean dryRun) {}
