package dev.patchbay.signatures.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/** A digest of a PDF object with all that it refers to, wherever that stands in the file. */
final class Looks {
  private final MessageDigest digest;
  private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private Looks(MessageDigest digest) {
    this.digest = digest;
  }

  /** The digest, in hexadecimal. */
  static String of(@Nullable COSBase object) throws IOException {
    try {
      var looks = new Looks(MessageDigest.getInstance("SHA-256"));
      looks.add(object);
      return HexFormat.of().formatHex(looks.digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private void add(@Nullable COSBase object) throws IOException {
    switch (object) {
      case null -> add("null");
      case COSObject reference -> add(reference.getObject());
      case COSDictionary dictionary when seen.add(dictionary) -> add(dictionary);
      case COSArray array when seen.add(array) -> {
        add("[");
        for (var each : array) {
          add(each);
        }
      }
      case COSDictionary _, COSArray _ -> add("again");
      default -> add(object.toString());
    }
  }

  private void add(COSDictionary dictionary) throws IOException {
    add("<<");
    for (var key : dictionary.keySet().stream().sorted().toList()) {
      if (!key.equals(COSName.PARENT) && !key.equals(COSName.P)) {
        add(key.getName());
        add(dictionary.getItem(key));
      }
    }
    if (dictionary instanceof COSStream stream) {
      try (var content = stream.createRawInputStream()) {
        digest.update(content.readAllBytes());
      }
    }
  }

  private void add(String word) {
    digest.update(word.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }
}
