package dev.patchbay.core.delivery;

/** Who looks on. All parts are thread-safe. */
public record DeliveryHooks(DeliveryObserver observer, Stage.Hook stages) {
  /** Nobody. */
  public static final DeliveryHooks NONE =
      new DeliveryHooks(DeliveryObserver.NONE, Stage.Hook.NONE);
}
