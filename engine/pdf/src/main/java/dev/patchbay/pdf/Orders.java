package dev.patchbay.pdf;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Orders as they come in: each is the number of its words, and the words, each as the number of its
 * bytes and these in UTF-8; numbers have four bytes. An order is answered by one byte when it is
 * done: {@link #NEXT} or {@link #LAST}.
 */
final class Orders {
  /** It is done, and another may come. */
  static final int NEXT = 1;

  /** It is done, and this process ends. */
  static final int LAST = 0;

  private final DataInputStream in;
  private final OutputStream answers;

  Orders(InputStream in, OutputStream answers) {
    this.in = new DataInputStream(new BufferedInputStream(in));
    this.answers = answers;
  }

  /** Who carries out an order. */
  @FunctionalInterface
  interface Worker {
    /** Whether another may follow. */
    boolean carriesOut(List<String> order) throws IOException;
  }

  /** Has all of them carried out, until there are no more or the worker is not up to another. */
  void carryOut(Worker worker) throws IOException {
    boolean goesOn = true;
    while (goesOn) {
      var order = next();
      goesOn = !order.isEmpty() && worker.carriesOut(order);
      if (!order.isEmpty()) {
        answers.write(goesOn ? NEXT : LAST);
        answers.flush();
      }
    }
  }

  /** Empty when no more will come. */
  private List<String> next() throws IOException {
    var words = new ArrayList<String>();
    try {
      for (int left = in.readInt(); left > 0; left--) {
        var word = new byte[in.readInt()];
        in.readFully(word);
        words.add(new String(word, StandardCharsets.UTF_8));
      }
      return words;
    } catch (EOFException end) {
      return List.of();
    }
  }
}
