package dev.patchbay.documents.docx;

import static java.util.Map.entry;

import dev.patchbay.documents.jinja.Complaints;
import dev.patchbay.documents.jinja.Place;
import dev.patchbay.documents.jinja.PlacedFault;
import dev.patchbay.documents.jinja.value.Fault;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Refuses what reaches out of a document or runs in it: macros, controls, templates, pictures and
 * texts that lie elsewhere, fields that fetch, links that are no web or mail addresses.
 */
final class PackageCheck {
  private static final Set<String> LINKS = Set.of("http", "https", "mailto", "tel");
  private static final Pattern SCHEME =
      Pattern.compile("^\\s*([A-Za-z][A-Za-z0-9+.-]+):.*", Pattern.DOTALL);
  private static final Pattern XML = Pattern.compile("(?!image/).*[+/]xml\\b.*");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("(href|src)\\s*=\\s*[\"']([^\"']*)[\"']");
  private static final Pattern TAG = Pattern.compile("\\{[{%#]");
  private static final Pattern FIELD =
      Pattern.compile("^[^A-Za-z]*([A-Za-z]+)(?:\\s+\"?([^\"\\s]*))?.*", Pattern.DOTALL);
  private static final String TAKE_OUT = "Take it out of the template.";
  private static final String SAVE_AS_DOCX =
      "In Word, save it as “Word Document (*.docx)”, which leaves them out.";

  /** Fields that read other files, call programs or run macros. */
  private static final Set<String> REACHING =
      Set.of(
          "DATABASE",
          "DDE",
          "DDEAUTO",
          "IMPORT",
          "INCLUDE",
          "INCLUDEPICTURE",
          "INCLUDETEXT",
          "LINK",
          "MACROBUTTON",
          "RD");

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

  PackageCheck(Archive archive, Complaints complaints) {
    this.archive = archive;
    this.types = new ContentTypes(XmlBytes.checked(read(archive, ContentTypes.FILE)));
    this.complaints = complaints;
  }

  void run() {
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
    var xml = XmlBytes.checked(read(archive, file)).getBytes(StandardCharsets.UTF_8);
    for (var relation : new Relations(Optional.of(xml)).all().values()) {
      var kind = relation.type().substring(relation.type().lastIndexOf('/') + 1);
      if (REFUSED.containsKey(kind)) {
        complain(part, "it " + REFUSED.get(kind), TAKE_OUT);
      } else if (relation.external() || leadsOut(relation.target())) {
        checkExternal(part, kind, relation.target());
      }
    }
  }

  private static boolean leadsOut(String target) {
    return SCHEME.matcher(target).matches() || target.startsWith("//") || target.contains("\\");
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
    var scheme = SCHEME.matcher(target);
    boolean isAnchor = target.isEmpty() || target.startsWith("#");
    if (!isAnchor
        && !(scheme.matches() && LINKS.contains(scheme.group(1).toLowerCase(Locale.ROOT)))) {
      complain(
          part,
          "a link leads to " + target,
          "Links may lead to web pages, mail addresses and telephone numbers.");
    }
  }

  private void checkXml(String part) {
    var content = read(archive, part);
    if (isForPrograms(part) && !XmlBytes.text(content).contains("<!DOCTYPE")) {
      return;
    }
    var active = ActiveContent.of(Pieces.of(XmlBytes.checked(content)));
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
    } else if (leadsOut(target)) {
      checkExternal(part, "image", target);
    }
  }

  /** What programs keep in a document for themselves may be anything. */
  private boolean isForPrograms(String part) {
    return part.startsWith("customXml/")
        && types.of(part).filter(type -> !type.equals("application/xml")).isEmpty();
  }

  private void checkField(String part, String field) {
    var words = FIELD.matcher(field);
    var name = words.matches() ? words.group(1).toUpperCase(Locale.ROOT) : "";
    if (REACHING.contains(name)) {
      complain(part, "the field " + name + " reaches out of the document", TAKE_OUT);
    } else if (TAG.matcher(field).find()) {
      complain(
          part,
          "a tag stands in the instruction of a field, " + field,
          "Data gives no instructions: put the tag outside of the field.");
    } else if (name.equals("HYPERLINK") && words.group(2) != null) {
      checkFieldLink(part, words.group(2));
    }
  }

  /** Switches such as {@code \l} lead to places in the document. */
  private void checkFieldLink(String part, String target) {
    if (!target.startsWith("\\l") && !target.startsWith("\\o")) {
      checkLink(part, target);
    }
  }

  private void complain(String part, String what, String advice) {
    var where = part.isEmpty() ? "" : "the part " + part;
    complaints.add(new PlacedFault(new Fault(what, advice), new Place(where, "")));
  }
}
