package dev.patchbay.core.delivery.row;

import dev.patchbay.core.enrich.Enriched;
import dev.patchbay.core.enrich.Enricher;
import dev.patchbay.core.event.Envelope;
import dev.patchbay.core.route.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The event of a delivery, read, with the route that maps it.
 *
 * @param seq of the delivery, its place in the lane
 */
record ReadEvent(long seq, Route route, Envelope event) {
  /**
   * Fetches what these lack, together. Nobody is asked where their routes want nothing.
   *
   * @return by place in the lane; absent for those that want nothing
   */
  static Map<Long, Enriched> enriched(List<ReadEvent> events, Enricher enricher) {
    var wanting = events.stream().filter(it -> !it.route().enrichments().isEmpty()).toList();
    if (wanting.isEmpty()) {
      return Map.of();
    }
    var fetched = enricher.enrich(wanting.stream().map(ReadEvent::wanted).toList());
    var bySeq = HashMap.<Long, Enriched>newHashMap(wanting.size());
    for (int i = 0; i < wanting.size(); i++) {
      bySeq.put(wanting.get(i).seq(), fetched.get(i));
    }
    return bySeq;
  }

  private Enricher.Wanted wanted() {
    return new Enricher.Wanted(event, route.enrichments());
  }
}
