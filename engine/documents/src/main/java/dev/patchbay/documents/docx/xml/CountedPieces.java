package dev.patchbay.documents.docx.xml;

import dev.patchbay.documents.jinja.value.Fault;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.RandomAccess;

/**
 * Pieces of a part that is made ready, with a limit to how often they are looked at. Most tags look
 * around for their run, paragraph, row or cell, which is near in what people write; in what was
 * made to be slow each of them would walk through all of the part.
 */
public final class CountedPieces extends AbstractList<Piece> implements RandomAccess {
  /** The largest templates of people take a tenth. */
  private static final long MOST_LOOKS = 300_000_000;

  /** So many pieces are moved in the time of a look. */
  private static final int MOVED_AT_ONCE = 64;

  private final ArrayList<Piece> pieces;
  private long looks;

  public CountedPieces(Collection<Piece> pieces) {
    this.pieces = new ArrayList<>(pieces);
  }

  private void count(long more) {
    looks += more;
    if (looks > MOST_LOOKS) {
      throw new Fault(
          "its tags and what is around them are too many to be made ready",
          "Make several templates of it, or save it again in Word if it is not large.");
    }
  }

  private void countMoved(int from) {
    count(1 + (pieces.size() - from) / MOVED_AT_ONCE);
  }

  @Override
  public Piece get(int index) {
    count(1);
    return pieces.get(index);
  }

  @Override
  public int size() {
    return pieces.size();
  }

  @Override
  public Piece set(int index, Piece piece) {
    return pieces.set(index, piece);
  }

  @Override
  public void add(int index, Piece piece) {
    countMoved(index);
    pieces.add(index, piece);
    modCount++;
  }

  @Override
  public boolean addAll(int index, Collection<? extends Piece> more) {
    countMoved(index);
    modCount++;
    return pieces.addAll(index, more);
  }

  @Override
  public Piece remove(int index) {
    countMoved(index);
    modCount++;
    return pieces.remove(index);
  }

  @Override
  protected void removeRange(int from, int to) {
    countMoved(to);
    modCount++;
    pieces.subList(from, to).clear();
  }

  /** As they are now, no longer counted. */
  public List<Piece> uncounted() {
    return List.copyOf(pieces);
  }
}
