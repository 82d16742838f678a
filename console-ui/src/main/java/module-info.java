/** The console: a JavaFX client of the REST API. */
module dev.patchbay.console {
  requires static org.jspecify;
  requires dev.patchbay.model;
  requires com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.datatype.jsr310;
  requires java.net.http;
  requires javafx.controls;
  requires atlantafx.base;
  requires org.kordamp.ikonli.core;
  requires org.kordamp.ikonli.javafx;
  requires org.kordamp.ikonli.feather;

  exports dev.patchbay.console to
      javafx.graphics;

  opens dev.patchbay.console.viewmodel.session to
      com.fasterxml.jackson.databind;
}
