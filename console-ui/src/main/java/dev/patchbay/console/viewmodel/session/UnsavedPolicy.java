package dev.patchbay.console.viewmodel.session;

import dev.patchbay.model.dataset.DatasetPolicyDraft;
import dev.patchbay.model.dataset.DatasetPolicyView;
import org.jspecify.annotations.Nullable;

/**
 * A policy that was being written when its editor was closed.
 *
 * @param stood the policy that it was to change, null if there was none
 */
public record UnsavedPolicy(DatasetPolicyDraft draft, @Nullable DatasetPolicyView stood) {
  /** Whether it would still change what it was to change. */
  public boolean fits(@Nullable DatasetPolicyView stands) {
    return stood == null ? stands == null : stands != null && stands.version() == stood.version();
  }

  /** What is still unsaved of it now that the hub has kept what was sent; null if nothing is. */
  @Nullable
  public UnsavedPolicy onceSaved(DatasetPolicyDraft sent, DatasetPolicyView stands) {
    return draft.equals(sent) ? null : new UnsavedPolicy(draft, stands);
  }
}
