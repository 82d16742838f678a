package dev.patchbay.core.config;

/** Where nodes read their configuration. Thread-safe. */
public interface ConfigSource {
  /** The epoch that stands now; one cheap read. */
  long epoch();

  /** Everything, read at one moment. */
  ConfigSnapshot load();
}
