package dev.patchbay.core.dataset;

import dev.patchbay.core.stored.NamedStore;
import dev.patchbay.model.dataset.DatasetPolicyDraft;
import dev.patchbay.model.dataset.DatasetPolicyView;

/** Policies by the name of their dataset. */
public interface DatasetPolicies extends NamedStore<DatasetPolicyDraft, DatasetPolicyView> {}
