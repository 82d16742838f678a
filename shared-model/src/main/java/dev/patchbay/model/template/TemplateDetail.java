package dev.patchbay.model.template;

import java.util.List;

/**
 * A document template with all its versions.
 *
 * @param versions the newest first
 * @param unknown what the active version uses that the contract, as it stands now, does not know
 */
public record TemplateDetail(
    TemplateView template, List<TemplateVersionView> versions, List<TemplateVariable> unknown) {
  public TemplateDetail {
    versions = List.copyOf(versions);
    unknown = List.copyOf(unknown);
  }
}
