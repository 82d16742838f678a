package dev.patchbay.documents.jinja.value;

/** A value that templates can call. */
@FunctionalInterface
public interface Callable {
  /** Carries out a call; throws {@link Fault} where the arguments do not fit. */
  Object call(Arguments arguments);
}
