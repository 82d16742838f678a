package dev.patchbay.intakes.redis;

import java.util.List;

/** One entry of a stream as Redis handed it out. */
record Entry(StreamId id, List<Field> fields) {
  Entry {
    fields = List.copyOf(fields);
  }

  /** A name, which may come twice in one entry, and its value; any bytes. */
  record Field(byte[] name, byte[] value) {}
}
