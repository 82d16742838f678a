package dev.patchbay.console.viewmodel.session;

/**
 * A filter of the delivery list under a name.
 *
 * @param query as a person writes it, so that "the last two hours" moves with the clock
 */
public record SavedView(String name, String query) {}
