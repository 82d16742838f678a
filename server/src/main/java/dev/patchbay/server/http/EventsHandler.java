package dev.patchbay.server.http;

import dev.patchbay.core.event.Envelope;
import dev.patchbay.core.event.EnvelopeReader;
import dev.patchbay.core.event.ReadResult;
import dev.patchbay.core.inbox.Admission;
import dev.patchbay.core.inbox.Inbox;
import dev.patchbay.core.inbox.InboxUnavailableException;
import dev.patchbay.model.FieldError;
import dev.patchbay.model.Problem;
import dev.patchbay.model.access.Role;
import dev.patchbay.model.event.EventReceipt;
import dev.patchbay.model.event.EventReceipts;
import dev.patchbay.server.security.Rights;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /events}, the one call that has to be fast: CloudEvents 1.0 over HTTP (structured,
 * binary, batch). The body is read without blocking, up to the cap; the answer follows the inbox's
 * commit.
 */
final class EventsHandler extends Handler.Abstract.NonBlocking {
  private static final String STRUCTURED = "application/cloudevents+json";
  private static final String BATCH = "application/cloudevents-batch+json";
  private static final String INTAKE = "http";
  private static final int SMALL = 32 << 10;

  private final EnvelopeReader reader;
  private final Inbox inbox;
  private final Consumer<List<EventReceipt>> answered;

  /** One thread for all: an answer is written without waiting, and many come at a time. */
  private final ExecutorService answering =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("answers").factory());

  private final int largest;

  EventsHandler(ApiHandler.Parts parts) {
    this.reader = parts.reader();
    this.inbox = parts.inbox();
    this.answered = parts.answered();
    this.largest = parts.limits().bytes();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (!HttpMethod.POST.is(request.getMethod())) {
      response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD, OPTIONS, POST");
    }
    var refusal = refusal(request);
    if (refusal != null) {
      Answers.problem(response, refusal, callback);
      return true;
    }
    Content.Source.asByteArrayAsync(
        request,
        largest,
        Promise.Invocable.from(
            InvocationType.NON_BLOCKING,
            body -> take(request, body, response, callback),
            failure -> Answers.failure(response, unread(failure), callback)));
    return true;
  }

  @Override
  protected void doStop() throws Exception {
    answering.shutdown();
    super.doStop();
  }

  private @Nullable Problem refusal(Request request) {
    if (!HttpMethod.POST.is(request.getMethod())) {
      return Problems.of(ProblemKind.METHOD_NOT_ALLOWED, "Events are posted.");
    }
    if (!Rights.allows(RequestAttributes.caller(request).role(), Role.SERVICE)) {
      return Problems.of(ProblemKind.FORBIDDEN, "Events are posted by role SERVICE or ADMIN.");
    }
    var unknown = parameters(request);
    if (!unknown.isEmpty()) {
      return Problems.invalid(unknown);
    }
    return request.getLength() > largest ? tooLarge() : null;
  }

  private static List<FieldError> parameters(Request request) {
    return request.getHttpURI().getQuery() == null
        ? List.of()
        : Request.extractQueryParameters(request).getNames().stream()
            .map(name -> new FieldError(name, "is no query parameter of this call"))
            .toList();
  }

  /** Others wait while this thread checks a body: a large one gets a thread of its own. */
  private void take(Request request, byte[] body, Response response, Callback callback) {
    if (body.length <= SMALL) {
      accept(request, body, response, callback);
      return;
    }
    OwnThread.run(
        () -> {
          accept(request, body, response, callback);
          return true;
        },
        request,
        response,
        callback);
  }

  private void accept(Request request, byte[] body, Response response, Callback callback) {
    try {
      switch (read(request, body)) {
        case ReadResult.Unreadable unreadable ->
            Answers.problem(response, unreadable(unreadable), callback);
        case ReadResult.Events(var events) -> admit(events, response, callback);
      }
    } catch (RuntimeException failure) {
      Answers.failure(response, failure, callback);
    }
  }

  private void admit(List<Envelope> events, Response response, Callback callback) {
    switch (inbox.accept(events, INTAKE)) {
      case Admission.Admitted(var answer) ->
          answer.whenCompleteAsync(
              (receipts, failure) -> answer(receipts, failure, response, callback), answering);
      case Admission.Overloaded(var retryAfter) -> {
        response.getHeaders().put(HttpHeader.RETRY_AFTER, Math.max(1, retryAfter.toSeconds()));
        Answers.problem(response, unavailable("Too many events wait to be stored."), callback);
      }
    }
  }

  private void answer(
      @Nullable List<EventReceipt> receipts,
      @Nullable Throwable failure,
      Response response,
      Callback callback) {
    if (receipts != null) {
      answered.accept(receipts);
      Answers.json(response, 202, new EventReceipts(receipts), callback);
    } else if (failure instanceof InboxUnavailableException) {
      var detail = "The events could not be stored in time. Send them again; that is safe.";
      Answers.problem(response, unavailable(detail), callback);
    } else if (failure != null) {
      Answers.failure(response, failure, callback);
    }
  }

  private static Problem unavailable(String detail) {
    return Problems.of(ProblemKind.UNAVAILABLE, detail);
  }

  private ReadResult read(Request request, byte[] body) {
    var type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    var plain = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return switch (plain) {
      case STRUCTURED -> reader.structured(body);
      case BATCH -> reader.batch(body);
      default -> binary(request, body, type);
    };
  }

  private ReadResult binary(Request request, byte[] body, @Nullable String type) {
    var attributes = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    for (HttpField header : request.getHeaders()) {
      var value = header.getValue();
      if (header.getName().regionMatches(true, 0, "ce-", 0, 3) && value != null) {
        attributes.put(header.getName(), value);
      }
    }
    if (attributes.isEmpty()) {
      throw new ProblemException(
          Problems.of(
              ProblemKind.UNSUPPORTED_MEDIA_TYPE,
              "Send " + STRUCTURED + ", " + BATCH + ", or ce-* headers with the data as body."));
    }
    return reader.binary(attributes, body, type);
  }

  private Problem unreadable(ReadResult.Unreadable unreadable) {
    return switch (unreadable.kind()) {
      case MALFORMED -> Problems.invalid(unreadable.errors());
      case TOO_LARGE -> {
        var kind = ProblemKind.TOO_LARGE;
        yield new Problem(
            kind.type(), kind.title(), kind.status(), null, unreadable.errors(), null);
      }
    };
  }

  private Throwable unread(Throwable failure) {
    var cause = failure.getCause() == null ? failure : failure.getCause();
    return cause instanceof IllegalStateException ? new ProblemException(tooLarge()) : cause;
  }

  private Problem tooLarge() {
    return Problems.of(
        ProblemKind.TOO_LARGE, "At most " + largest + " bytes; send the events in parts.");
  }
}
