package dev.patchbay.sandbox.store;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/**
 * The writes that were applied, in order, on disk: an answered write is in the file and forced out.
 * Applying them again gives the same files, ids and times. A torn last record, left by a crash, is
 * cut off. Safe for any thread; several waiting writers share one force.
 *
 * <p>A record is its length, a CRC-32, the length of its head, the head in JSON and the body's
 * bytes.
 */
final class Journal implements AutoCloseable {

  private static final int FRAME = 12;
  private static final int BUFFER = 1 << 20;

  private final FileChannel channel;
  private final Object forcing = new Object();
  private long written;
  private long forced;

  private Journal(FileChannel channel, long size) {
    this.channel = channel;
    this.written = size;
    this.forced = size;
  }

  /** Opens a journal and hands over what it holds, oldest first. */
  static Journal open(Path file, Consumer<AppliedCall> replay) {
    try {
      Files.createDirectories(file.toAbsolutePath().resolveSibling(".").normalize());
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      lock(file, channel);
      long sound = replay(channel, replay);
      channel.truncate(sound);
      channel.position(sound);
      channel.force(true);
      return new Journal(channel, sound);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void lock(Path file, FileChannel channel) throws IOException {
    if (!locked(channel)) {
      channel.close();
      throw new IOException(file + " is in use by another sandbox");
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException _) {
      return false;
    }
  }

  /**
   * Reads through the locked channel itself and leaves it open: on POSIX, closing any other handle
   * of the file would drop the lock. Returns where the last sound record ends.
   */
  private static long replay(FileChannel channel, Consumer<AppliedCall> replay) throws IOException {
    var in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel), BUFFER));
    long size = channel.size();
    long sound = 0;
    while (sound + FRAME <= size) {
      int length = in.readInt();
      int crc = in.readInt();
      int head = in.readInt();
      if (head < 0 || length < head || sound + FRAME + length > size) {
        return sound;
      }
      byte[] bytes = in.readNBytes(length);
      if (checksum(bytes) != crc) {
        return sound;
      }
      replay.accept(AppliedCall.decode(bytes, head));
      sound += FRAME + length;
    }
    return sound;
  }

  /** Appends a record; {@link #force} makes it last. Returns the position to force up to. */
  synchronized long append(AppliedCall applied) {
    byte[] head = applied.head();
    byte[] body = applied.call().body().bytes();
    ByteBuffer frame = ByteBuffer.allocate(FRAME + head.length + body.length);
    frame.putInt(head.length + body.length).putInt(checksum(head, body)).putInt(head.length);
    frame.put(head).put(body).flip();
    try {
      while (frame.hasRemaining()) {
        channel.write(frame);
      }
      written = channel.position();
      return written;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns when everything up to a position is on disk. */
  void force(long position) {
    synchronized (forcing) {
      if (forced >= position) {
        return;
      }
      long upTo = end();
      try {
        channel.force(false);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      forced = upTo;
    }
  }

  private synchronized long end() {
    return written;
  }

  private static int checksum(byte[]... parts) {
    CRC32 crc = new CRC32();
    for (byte[] part : parts) {
      crc.update(part);
    }
    return (int) crc.getValue();
  }

  @Override
  public void close() {
    try {
      channel.force(true);
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
