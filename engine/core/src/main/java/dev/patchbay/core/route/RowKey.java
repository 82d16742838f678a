package dev.patchbay.core.route;

import com.fasterxml.jackson.core.JsonPointer;
import dev.patchbay.core.event.Envelope;
import dev.patchbay.core.mapping.JsonText;
import java.util.List;

/** The key of the row that an event is about, and the lane it belongs to. */
sealed interface RowKey {
  /** Long keys do not fit the indexes of the log. */
  int LONGEST = 512;

  record Found(String text) implements RowKey {
    /** Lane of the key; the same on every node and in every version. */
    int lane(List<Integer> lanes) {
      return lanes.get(Math.floorMod(mixed(text.hashCode()), lanes.size()));
    }

    /** Finaliser of MurmurHash3: neighbouring keys go to different lanes. */
    private static int mixed(int hash) {
      int h = hash;
      h = (h ^ (h >>> 16)) * 0x85ebca6b;
      h = (h ^ (h >>> 13)) * 0xc2b2ae35;
      return h ^ (h >>> 16);
    }
  }

  record Missing(String fault) implements RowKey {}

  /** Reads the key at a pointer. */
  static RowKey of(Envelope event, JsonPointer pointer) {
    var node = event.json().at(pointer);
    if (!node.isTextual() && !node.isNumber() && !node.isBoolean()) {
      return new Missing(pointer + " is the row key and must be text or a number");
    }
    var text = JsonText.of(node);
    if (text.isBlank() || text.length() > LONGEST) {
      return new Missing(pointer + " is the row key and must have 1 to 512 characters");
    }
    return text.chars().anyMatch(Character::isISOControl)
        ? new Missing(pointer + " is the row key and must not hold control characters")
        : new Found(text);
  }
}
