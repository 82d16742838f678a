package dev.patchbay.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.core.contract.Contracts;
import dev.patchbay.core.event.EnvelopeReader;
import dev.patchbay.core.event.EventLimits;
import dev.patchbay.core.event.ReadResult;
import org.junit.jupiter.api.Test;

class KilobyteEventsTest {
  private final KilobyteEvents events = new KilobyteEvents("test");

  @Test
  void areAKilobyteWhateverTheirNumber() {
    assertThat(events.event(0)).hasSize(1_024);
    assertThat(events.event(12_345_678)).hasSize(1_024);
  }

  @Test
  void keepTheContractOfTheirType() {
    var read = new EnvelopeReader(EventLimits.DEFAULT).structured(events.event(7));

    assertThat(read).isInstanceOf(ReadResult.Events.class);
    var envelope = ((ReadResult.Events) read).envelopes().getFirst();
    assertThat(Contracts.load().validate(envelope.type(), envelope.json().path("data"))).isEmpty();
  }

  @Test
  void areTheSameForTheSameNumber() {
    assertThat(events.event(7)).isEqualTo(events.event(7)).isNotEqualTo(events.event(8));
  }
}
