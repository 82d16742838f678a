package dev.patchbay.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {
  /** What the snippets use: a class for every room and library that a rule names. */
  private static final List<String> WORLD =
      List.of(
          "package dev.patchbay.model; public class Thing {}",
          "package dev.patchbay.spi; public class Thing {}",
          "package dev.patchbay.core; public class Thing {}",
          "package dev.patchbay.store; public class Thing {}",
          "package dev.patchbay.server; public class Thing {}",
          "package dev.patchbay.console; public class Thing {}",
          "package dev.patchbay.connectors.other; public class Thing {}",
          "package dev.patchbay.intakes.other; public class Thing {}",
          "package dev.patchbay.services.other; public class Thing {}",
          "package dev.patchbay.brokers; public class Thing {}",
          "package dev.patchbay.pdf; public class Thing {}",
          "package dev.patchbay.signatures; public class Thing {}",
          "package dev.patchbay.spreadsheets.templates; public class Thing {}",
          "package javafx.scene; public class Node {}",
          "package javafx.beans; public class Property {}",
          "package jakarta.persistence; public @interface Entity {}",
          "package jakarta.inject; public @interface Inject {}",
          "package jakarta.mail; public class Session {}",
          "package org.apache.poi; public class Workbook {}",
          "package org.docx4j; public class Docx4J {}",
          "package org.apache.pdfbox; public class Loader {}",
          "package eu.europa.esig; public class Signer {}",
          "package tools.jackson.databind; public class JsonMapper {}");

  /** For every rule, code that breaks it. */
  private static final Map<String, String> BAD =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(
                  "shared-model knows the JDK, Jackson's annotations and JSpecify only",
                  "package dev.patchbay.model.bad; class A { org.slf4j.Logger log; }"),
              Map.entry(
                  "connector-spi knows the JDK and JSpecify only",
                  "package dev.patchbay.spi.bad; class A { dev.patchbay.model.Thing model; }"),
              Map.entry(
                  "core knows the model and the SPI only",
                  "package dev.patchbay.core.bad; class A { dev.patchbay.store.Thing store; }"),
              Map.entry(
                  "core knows no technology of storing, serving, scheduling or formatting",
                  "package dev.patchbay.core.bad; class B { java.sql.Connection connection; }"),
              Map.entry(
                  "store-postgres knows core, the model and the SPI only",
                  "package dev.patchbay.store.bad; class A { dev.patchbay.server.Thing server; }"),
              Map.entry(
                  "embedded-postgres knows no other room",
                  "package dev.patchbay.postgres.bad; class A { dev.patchbay.core.Thing core; }"),
              Map.entry(
                  "the Google client knows the SPI only",
                  "package dev.patchbay.google.bad; class A { dev.patchbay.core.Thing core; }"),
              Map.entry(
                  "connectors know the SPI and the Google client only",
                  "package dev.patchbay.connectors.bad; class A { dev.patchbay.core.Thing core; }"),
              Map.entry(
                  "connectors do not know each other",
                  "package dev.patchbay.connectors.bad; class B { dev.patchbay.connectors.other.Thing other; }"),
              Map.entry(
                  "intakes know the SPI only",
                  "package dev.patchbay.intakes.bad; class A { dev.patchbay.core.Thing core; }"),
              Map.entry(
                  "intakes do not know each other",
                  "package dev.patchbay.intakes.bad; class B { dev.patchbay.intakes.other.Thing other; }"),
              Map.entry(
                  "services know the SPI only",
                  "package dev.patchbay.services.bad; class A { dev.patchbay.core.Thing core; }"),
              Map.entry(
                  "services do not know each other",
                  "package dev.patchbay.services.bad; class B { dev.patchbay.services.other.Thing other; }"),
              Map.entry(
                  "caches know core, the model and the SPI only",
                  "package dev.patchbay.cache.bad; class A { dev.patchbay.store.Thing store; }"),
              Map.entry(
                  "the scheduler knows core and the model only",
                  "package dev.patchbay.scheduler.bad; class A { dev.patchbay.store.Thing store; }"),
              Map.entry(
                  "the brokers know no other room",
                  "package dev.patchbay.brokers.bad; class A { dev.patchbay.spi.Thing spi; }"),
              Map.entry(
                  "no product code knows the brokers",
                  "package dev.patchbay.server.bad; class J { dev.patchbay.brokers.Thing broker; }"),
              Map.entry(
                  "the sandbox knows no other room",
                  "package dev.patchbay.sandbox.bad; class A { dev.patchbay.core.Thing core; }"),
              Map.entry(
                  "spreadsheets know no other room",
                  "package dev.patchbay.spreadsheets.bad; class A { dev.patchbay.spi.Thing spi; }"),
              Map.entry(
                  "no product code knows templates of workbooks, which have a process of their own",
                  "package dev.patchbay.server.bad; class Filled {"
                      + " dev.patchbay.spreadsheets.templates.Thing templates; }"),
              Map.entry(
                  "documents know no other room",
                  "package dev.patchbay.documents.bad; class A { dev.patchbay.core.Thing core; }"),
              Map.entry(
                  "PDF knows no other room",
                  "package dev.patchbay.pdf.bad; class A { dev.patchbay.core.Thing core; }"),
              Map.entry(
                  "no product code knows PDF, which has a process of its own",
                  "package dev.patchbay.server.bad; class L { dev.patchbay.pdf.Thing pdf; }"),
              Map.entry(
                  "signatures know the model only",
                  "package dev.patchbay.signatures.bad; class A { dev.patchbay.core.Thing core; }"),
              Map.entry(
                  "no product code knows signatures, which have a process of their own",
                  "package dev.patchbay.server.bad; class M { dev.patchbay.signatures.Thing it; }"),
              Map.entry(
                  "the server does not know the console",
                  "package dev.patchbay.server.bad; class A { dev.patchbay.console.Thing console; }"),
              Map.entry(
                  "the console knows the model only",
                  "package dev.patchbay.console.bad; class A { dev.patchbay.server.Thing server; }"),
              Map.entry(
                  "view models know no scene graph",
                  "package dev.patchbay.console.bad.viewmodel; class A { javafx.scene.Node node; }"),
              Map.entry(
                  "console clients know no JavaFX",
                  "package dev.patchbay.console.client.bad; class A { javafx.beans.Property it; }"),
              Map.entry(
                  "no product code knows the testkit",
                  "package dev.patchbay.server.bad; class B { dev.patchbay.testkit.Fault fault; }"),
              Map.entry(
                  "one JSON library: no Jackson 3",
                  "package dev.patchbay.server.bad; class C { tools.jackson.databind.JsonMapper m; }"),
              Map.entry(
                  "no name ends in Util, Helper, Manager or Impl",
                  "package dev.patchbay.server.bad; class RouteManager {}"),
              Map.entry(
                  "no field injection",
                  "package dev.patchbay.server.bad; class D { @jakarta.inject.Inject Object it; }"),
              Map.entry(
                  "every package is @NullMarked",
                  "package dev.patchbay.server.unmarked; class A {}"),
              Map.entry(
                  "only commands print to the console",
                  "package dev.patchbay.server.bad; class E { void a() { System.err.print(1); } }"),
              Map.entry(
                  "JDBC lives in the store, in embedded-postgres and with Quartz",
                  "package dev.patchbay.server.bad; class F { javax.sql.DataSource source; }"),
              Map.entry(
                  "JPA lives in the store",
                  "package dev.patchbay.server.bad; @jakarta.persistence.Entity class G {}"),
              Map.entry(
                  "Apache POI, which is large, lives in the templates and in the bench",
                  "package dev.patchbay.spreadsheets.bad; class B { org.apache.poi.Workbook book; }"),
              Map.entry(
                  "what makes PDF files, which is larger, lives in a room of its own",
                  "package dev.patchbay.documents.bad; class B { org.docx4j.Docx4J library; }"),
              Map.entry(
                  "PDFBox lives in the two rooms of PDF files",
                  "package dev.patchbay.documents.bad; class C { org.apache.pdfbox.Loader library; }"),
              Map.entry(
                  "what signs, which is large, lives in a room of its own",
                  "package dev.patchbay.pdf.bad; class B { eu.europa.esig.Signer library; }"),
              Map.entry(
                  "the mail library lives in the e-mail connector",
                  "package dev.patchbay.server.bad; class K { jakarta.mail.Session session; }"),
              Map.entry(
                  "logs go to SLF4J",
                  "package dev.patchbay.server.bad; class H { java.util.logging.Logger log; }"),
              Map.entry(
                  "nobody sleeps",
                  "package dev.patchbay.server.bad; class I { void a() throws Exception { Thread.sleep(1); } }")));

  /** Code that looks a little like the bad one and breaks nothing. */
  private static final List<String> GOOD =
      List.of(
          marked("dev.patchbay.good"),
          marked("dev.patchbay.server.command"),
          marked("dev.patchbay.core.good"),
          marked("dev.patchbay.store.good"),
          marked("dev.patchbay.connectors.good"),
          marked("dev.patchbay.connectors.email"),
          "package dev.patchbay.connectors.email; class A { jakarta.mail.Session session; }",
          marked("dev.patchbay.intakes.good"),
          marked("dev.patchbay.services.good"),
          marked("dev.patchbay.console.good.viewmodel"),
          "package dev.patchbay.server.command; class A { void a() { System.out.print(1); } }",
          "package dev.patchbay.core.good; class A { dev.patchbay.spi.Thing spi; }",
          "package dev.patchbay.store.good; class A { java.sql.Connection connection; }",
          "package dev.patchbay.connectors.good; class A { dev.patchbay.spi.Thing spi; }",
          "package dev.patchbay.intakes.good; class A { dev.patchbay.spi.Thing spi; }",
          "package dev.patchbay.services.good; class A { dev.patchbay.spi.Thing spi; }",
          marked("dev.patchbay.cache.good"),
          marked("dev.patchbay.spreadsheets.good"),
          "package dev.patchbay.spreadsheets.good; class A { java.util.zip.ZipFile file; }",
          marked("dev.patchbay.documents.good"),
          "package dev.patchbay.documents.good; class A { java.util.zip.Inflater inflater; }",
          marked("dev.patchbay.pdf.good"),
          "package dev.patchbay.pdf.good; class A { org.docx4j.Docx4J library; }",
          "package dev.patchbay.pdf.good; class B { org.apache.pdfbox.Loader library; }",
          marked("dev.patchbay.signatures.good"),
          "package dev.patchbay.signatures.good; class A { eu.europa.esig.Signer library; }",
          "package dev.patchbay.signatures.good; class B { org.apache.pdfbox.Loader library; }",
          marked("dev.patchbay.spreadsheets.templates"),
          "package dev.patchbay.spreadsheets.templates; class A { org.apache.poi.Workbook book; }",
          "package dev.patchbay.cache.good; class A { dev.patchbay.core.Thing core; }",
          "package dev.patchbay.console.good.viewmodel; class A { javafx.beans.Property it; }");

  private static Snippets snippets;
  private static JavaClasses goodClasses;

  @BeforeAll
  static void compile(@TempDir Path directory) {
    var sources = new ArrayList<>(WORLD);
    sources.addAll(BAD.values());
    sources.addAll(GOOD);
    snippets = new Snippets(directory);
    snippets.compile(sources);
    goodClasses = snippets.classesOf(GOOD);
  }

  @Test
  void everyRuleHasCodeThatBreaksIt() {
    assertThat(HouseRules.all().stream().map(HouseRule::name))
        .containsExactlyInAnyOrderElementsOf(BAD.keySet());
  }

  static Stream<HouseRule> rules() {
    return HouseRules.all().stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void isBrokenByBadCode(HouseRule rule) {
    var source = BAD.getOrDefault(rule.name(), "");

    assertThat(rule.isBrokenBy(snippets.classesOf(List.of(source)))).as(source).isTrue();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void isObeyedByGoodCode(HouseRule rule) {
    assertThat(rule.isBrokenBy(goodClasses)).isFalse();
  }

  private static String marked(String packageName) {
    return "@org.jspecify.annotations.NullMarked package " + packageName + ";";
  }
}
