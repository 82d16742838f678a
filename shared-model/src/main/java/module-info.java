/** Records of the REST API and the event contracts, shared by server and console. */
module dev.patchbay.model {
  requires static transitive org.jspecify;
  requires transitive com.fasterxml.jackson.annotation;

  exports dev.patchbay.model;
  exports dev.patchbay.model.access;
  exports dev.patchbay.model.connector;
  exports dev.patchbay.model.dataset;
  exports dev.patchbay.model.delivery;
  exports dev.patchbay.model.document;
  exports dev.patchbay.model.event;
  exports dev.patchbay.model.imports;
  exports dev.patchbay.model.intake;
  exports dev.patchbay.model.job;
  exports dev.patchbay.model.mail;
  exports dev.patchbay.model.plugin;
  exports dev.patchbay.model.request;
  exports dev.patchbay.model.retry;
  exports dev.patchbay.model.route;
  exports dev.patchbay.model.service;
  exports dev.patchbay.model.template;
}
