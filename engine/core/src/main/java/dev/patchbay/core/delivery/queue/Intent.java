package dev.patchbay.core.delivery.queue;

import dev.patchbay.core.delivery.attempt.AttemptContent;
import dev.patchbay.spi.Token;
import java.util.List;

/**
 * What is about to be sent, written and committed before it is.
 *
 * @param token identity at the far side; its UUID is the attempt's id
 * @param seqs deliveries that are part of what is sent
 * @param covers older deliveries of the same keys whose every column is overwritten: SUPERSEDED
 *     once this is Applied
 * @param content what is sent, so that any node can settle it: see {@link AttemptContent}
 */
public record Intent(Token token, List<Long> seqs, List<Long> covers, byte[] content) {
  public Intent {
    seqs = List.copyOf(seqs);
    covers = List.copyOf(covers);
  }
}
