package dev.patchbay.services.rest;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Takes a body up to a size, and breaks off the connection beyond it, so that no answer fills the
 * memory. The JDK's own limit fails without saying that it was the limit.
 */
final class CappedBody implements BodySubscriber<byte[]> {
  private final BodySubscriber<byte[]> whole = BodySubscribers.ofByteArray();
  private final long most;
  private long taken;
  private @Nullable Subscription subscription;

  CappedBody(long most) {
    this.most = most;
  }

  /** The body was larger. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException() {
      super("body is larger than it may be");
    }
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole.getBody();
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    whole.onSubscribe(given);
  }

  @Override
  public void onNext(List<ByteBuffer> part) {
    taken += part.stream().mapToLong(ByteBuffer::remaining).sum();
    if (taken <= most) {
      whole.onNext(part);
    } else if (subscription != null) {
      subscription.cancel();
      subscription = null;
      whole.onError(new TooLargeException());
    }
  }

  @Override
  public void onError(Throwable cause) {
    whole.onError(cause);
  }

  @Override
  public void onComplete() {
    whole.onComplete();
  }
}
