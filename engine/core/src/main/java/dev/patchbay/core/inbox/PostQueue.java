package dev.patchbay.core.inbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Posts that wait for the writer, bounded by events and bytes. Thread-safe. */
final class PostQueue {
  private final InboxLimits limits;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Post> posts = new ArrayDeque<>();
  private int events;
  private long bytes;
  private int lastBatch;
  private int wanted;
  private boolean closed;

  PostQueue(InboxLimits limits) {
    this.limits = limits;
  }

  /** Takes a post, unless too much is waiting or the queue is closed. */
  boolean offer(Post post) {
    long size = post.bytes();
    lock.lock();
    try {
      if (closed || !hasRoom(post.events().size(), size)) {
        return false;
      }
      posts.add(post);
      events += post.events().size();
      bytes += size;
      if (posts.size() == 1 || posts.size() >= wanted) {
        changed.signal();
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * What waits, as much as fits one commit; waits for the first, then a little for half of the
   * callers, empty once closed and drained.
   */
  List<Post> gather() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      int callers = posts.size() + lastBatch;
      while (posts.isEmpty() && !closed) {
        changed.await();
      }
      await((callers + 1) / 2);
      var batch = taken();
      lastBatch = batch.size();
      return batch;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Callers who were answered are soon back, and a commit for many is cheaper for each. While one
   * half is committed the other half is read: with all in one commit, one side would always idle.
   */
  private void await(int posts) throws InterruptedException {
    wanted = posts;
    long left = limits.linger().toNanos();
    while (left > 0 && !closed && this.posts.size() < wanted) {
      left = changed.awaitNanos(left);
    }
  }

  /** Takes no more posts; those that wait can still be gathered. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private boolean hasRoom(int moreEvents, long moreBytes) {
    return posts.isEmpty()
        || (events + moreEvents <= limits.queuedEvents()
            && bytes + moreBytes <= limits.queuedBytes());
  }

  private List<Post> taken() {
    var batch = new ArrayList<Post>();
    int batchEvents = 0;
    long batchBytes = 0;
    for (var next = posts.peek(); next != null; next = posts.peek()) {
      batchEvents += next.events().size();
      batchBytes += next.bytes();
      boolean fits = batchEvents <= limits.batchEvents() && batchBytes <= limits.batchBytes();
      if (!batch.isEmpty() && !fits) {
        break;
      }
      batch.add(posts.remove());
      events -= next.events().size();
      bytes -= next.bytes();
    }
    return batch;
  }
}
