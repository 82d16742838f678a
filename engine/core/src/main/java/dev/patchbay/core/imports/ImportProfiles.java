package dev.patchbay.core.imports;

import dev.patchbay.core.stored.NamedStore;
import dev.patchbay.model.imports.ImportProfileDraft;
import dev.patchbay.model.imports.ImportProfileView;

/**
 * Profiles of imports. An import takes the columns of its profile with it: a later change does not
 * touch it.
 */
public interface ImportProfiles extends NamedStore<ImportProfileDraft, ImportProfileView> {}
