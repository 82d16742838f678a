package dev.patchbay.console.viewmodel;

/**
 * A filter of the delivery list under a name.
 *
 * @param query as a person writes it, so that "the last two hours" moves with the clock
 */
public record SavedView(String name, String query) {
  /** Where it leads; its link opens the same list at any console. */
  public Place place() {
    return new Place.Deliveries(DeliveryQuery.parse(query).query());
  }
}
