package dev.patchbay.signatures.check;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.jspecify.annotations.Nullable;

/** Finds all objects of a file that something in it refers to. It stands for one search. */
final class ObjectsInUse {
  private final Deque<COSBase> open = new ArrayDeque<>();
  private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<COSObjectKey> found = new HashSet<>();

  private ObjectsInUse() {}

  static Set<COSObjectKey> of(COSDocument document) {
    var search = new ObjectsInUse();
    search.add(document.getTrailer());
    while (!search.open.isEmpty()) {
      search.follow(search.open.pop());
    }
    return search.found;
  }

  private void follow(COSBase object) {
    switch (object) {
      case COSObject reference -> {
        found.add(reference.getKey());
        add(reference.getObject());
      }
      case COSDictionary dictionary -> dictionary.getValues().forEach(this::add);
      case COSArray array -> array.forEach(this::add);
      default -> {}
    }
  }

  private void add(@Nullable COSBase object) {
    if (object != null && seen.add(object)) {
      open.push(object);
    }
  }
}
