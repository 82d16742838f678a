package dev.patchbay.documents.docx.check;

import static java.util.Map.entry;

import dev.patchbay.documents.docx.opc.Archive;
import dev.patchbay.documents.docx.opc.ContentTypes;
import dev.patchbay.documents.docx.opc.Relations;
import dev.patchbay.documents.docx.opc.XmlBytes;
import dev.patchbay.documents.docx.xml.Pieces;
import dev.patchbay.documents.docx.xml.XmlText;
import dev.patchbay.documents.jinja.parse.Complaints;
import dev.patchbay.documents.jinja.tree.Place;
import dev.patchbay.documents.jinja.tree.PlacedFault;
import dev.patchbay.documents.jinja.value.Fault;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Refuses what reaches out of a document or runs in it: macros, controls, templates, pictures and
 * texts that lie elsewhere, fields that fetch, links that are no web or mail addresses.
 */
public final class PackageCheck {
  private static final Pattern XML = Pattern.compile("(?!image/).*[+/]xml\\b.*");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("(href|src)\\s*=\\s*[\"']([^\"']*)[\"']");
  private static final Pattern TAG = Pattern.compile("\\{[{%#]");
  private static final String TAKE_OUT = "Take it out of the template.";
  private static final String SAVE_AS_DOCX =
      "In Word, save it as “Word Document (*.docx)”, which leaves them out.";

  /** Kinds of relations, by the ends of their types, that no template may have. */
  private static final Map<String, String> REFUSED =
      Map.ofEntries(
          entry("aFChunk", "brings another file that is read when it is opened (altChunk)"),
          entry("attachedToolbars", "holds commands of its own"),
          entry("control", "holds a control that runs (ActiveX)"),
          entry("extensibility", "holds commands of its own"),
          entry("keyMapCustomizations", "holds commands of its own"),
          entry("oleObject", "holds an object that another program opens (OLE)"),
          entry("subDocument", "brings another document that is read when it is opened"),
          entry("vbaProject", "holds macros"),
          entry("webextension", "brings an add-in"),
          entry("webextensiontaskpanes", "brings an add-in"),
          entry("wordVbaData", "holds macros"));

  private final Archive archive;
  private final ContentTypes types;
  private final Complaints complaints;

  public PackageCheck(Archive archive, Complaints complaints) {
    this.archive = archive;
    this.types = new ContentTypes(XmlBytes.checked(read(archive, ContentTypes.FILE)));
    this.complaints = complaints;
  }

  public void run() {
    checkTypes();
    for (var entry : archive.entries()) {
      var name = entry.name();
      if (hasEnding(name, ".rels")) {
        checkRelations(name);
      } else if (isXml(name)) {
        checkXml(name);
      }
      if (name.contains("../") || name.contains("\\") || name.startsWith("/")) {
        complain(name, "it has a name that leads out of the document", "Save it again in Word.");
      }
    }
  }

  /** What a part is taken for is a matter of its type, whatever its name ends in. */
  private boolean isXml(String name) {
    return types
        .of(name)
        .map(type -> XML.matcher(type).matches())
        .orElseGet(() -> hasEnding(name, ".xml") && !name.equals(ContentTypes.FILE));
  }

  private static boolean hasEnding(String name, String ending) {
    return name.toLowerCase(Locale.ROOT).endsWith(ending);
  }

  private String checked(String part) {
    try {
      return XmlBytes.checked(read(archive, part));
    } catch (Fault fault) {
      throw new PlacedFault(fault, place(part));
    }
  }

  private static byte[] read(Archive archive, String name) {
    return archive.read(name).orElseThrow(Archive::damaged);
  }

  private void checkTypes() {
    var xml = XmlBytes.text(read(archive, ContentTypes.FILE)).toLowerCase(Locale.ROOT);
    if (xml.contains("macroenabled") || xml.contains("vbaproject")) {
      complain("", "the document is of a kind that holds macros", SAVE_AS_DOCX);
    }
    if (xml.contains("activex")) {
      complain("", "the document holds controls that run (ActiveX)", TAKE_OUT);
    }
  }

  private void checkRelations(String file) {
    var part = file.replaceFirst("_rels/([^/]*)\\.rels$", "$1");
    var xml = checked(file).getBytes(StandardCharsets.UTF_8);
    for (var relation : new Relations(Optional.of(xml)).all().values()) {
      var kind = relation.type().substring(relation.type().lastIndexOf('/') + 1);
      if (REFUSED.containsKey(kind)) {
        complain(part, "it " + REFUSED.get(kind), TAKE_OUT);
      } else if (relation.external() || LinkRules.leadsOut(relation.target())) {
        checkExternal(part, kind, relation.target());
      }
    }
  }

  private void checkExternal(String part, String kind, String target) {
    switch (kind) {
      case "hyperlink" -> checkLink(part, target);
      case "attachedTemplate" ->
          complain(
              part,
              "the document is based on a template that lies elsewhere, " + target,
              "In Word, choose Normal under Developer, Document Template.");
      case "image" ->
          complain(
              part,
              "a picture lies elsewhere, at " + target,
              "Insert the picture itself, not a link to it.");
      default -> complain(part, "something lies elsewhere, at " + target, TAKE_OUT);
    }
  }

  private void checkLink(String part, String target) {
    LinkRules.fault(target).ifPresent(fault -> complain(part, fault));
  }

  private void checkXml(String part) {
    if (isForPrograms(part) && !XmlBytes.text(read(archive, part)).contains("<!DOCTYPE")) {
      return;
    }
    var active = ActiveContent.of(Pieces.of(checked(part)));
    active.fields().forEach(field -> checkField(part, field));
    for (var other : active.others()) {
      if (other.startsWith("altChunk") || other.startsWith("subDoc")) {
        complain(part, "it brings another file that is read when it is opened", TAKE_OUT);
      } else if (TAG.matcher(other).find()) {
        complain(part, "a tag stands in a link", "Data chooses no links: write the link itself.");
      } else {
        ATTRIBUTE.matcher(other).results().forEach(attribute -> checkAttribute(part, attribute));
      }
    }
  }

  private void checkAttribute(String part, MatchResult attribute) {
    var target = XmlText.unescape(attribute.group(2));
    if (attribute.group(1).equals("href")) {
      checkLink(part, target);
    } else if (LinkRules.leadsOut(target)) {
      checkExternal(part, "image", target);
    }
  }

  /** What programs keep in a document for themselves may be anything. */
  private boolean isForPrograms(String part) {
    return part.startsWith("customXml/")
        && types.of(part).filter(type -> !type.equals("application/xml")).isEmpty();
  }

  private void checkField(String part, String field) {
    FieldRules.reaching(field)
        .or(() -> tagIn(field))
        .or(() -> FieldRules.link(field))
        .ifPresent(fault -> complain(part, fault));
  }

  private static Optional<Fault> tagIn(String field) {
    return TAG.matcher(field).find()
        ? Optional.of(
            new Fault(
                "a tag stands in the instruction of a field, " + field,
                "Data gives no instructions: put the tag outside of the field."))
        : Optional.empty();
  }

  private void complain(String part, String what, String advice) {
    complain(part, new Fault(what, advice));
  }

  private void complain(String part, Fault fault) {
    complaints.add(new PlacedFault(fault, place(part)));
  }

  private static Place place(String part) {
    return new Place(part.isEmpty() ? "" : "the part " + part, "");
  }
}
