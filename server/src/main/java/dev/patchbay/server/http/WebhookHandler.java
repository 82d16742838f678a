package dev.patchbay.server.http;

import dev.patchbay.core.webhook.SignedMessage;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.jspecify.annotations.Nullable;

/** Lets signed messages pass in front of authentication; everything else goes on behind it. */
final class WebhookHandler extends Handler.Wrapper {
  private static final String PATH = ApiHandler.ROOT + "/webhooks/documents/callback";

  /** Three times what Standard Webhooks recommend. */
  private static final int LARGEST_BODY = 64 << 10;

  private final SignedWebhook documents;
  private final CallerAddress address;

  WebhookHandler(SignedWebhook documents, CallerAddress address, Handler inner) {
    super(inner);
    this.documents = documents;
    this.address = address;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!Request.getPathInContext(request).equals(PATH)) {
      return super.handle(request, response, callback);
    }
    if (!HttpMethod.POST.is(request.getMethod())) {
      response.getHeaders().put(HttpHeader.ALLOW, "POST");
      var detail = "Messages are posted.";
      Answers.problem(response, Problems.of(ProblemKind.METHOD_NOT_ALLOWED, detail), callback);
    } else if (request.getLength() > LARGEST_BODY) {
      Answers.failure(response, tooLarge(), callback);
    } else {
      read(request, response, callback);
    }
    return true;
  }

  private void read(Request request, Response response, Callback callback) {
    Content.Source.asByteArrayAsync(
        request,
        LARGEST_BODY,
        Promise.Invocable.from(
            InvocationType.NON_BLOCKING,
            body ->
                OwnThread.run(
                    () -> take(request, body, response, callback), request, response, callback),
            failure -> Answers.failure(response, unread(failure), callback)));
  }

  private boolean take(Request request, byte[] body, Response response, Callback callback) {
    try {
      var answer = documents.receive(address.of(request), headers(request), body);
      Answers.json(response, 200, answer, callback);
    } catch (RuntimeException failure) {
      Answers.failure(response, failure, callback);
    }
    return true;
  }

  private static SignedMessage.Headers headers(Request request) {
    return new SignedMessage.Headers(
        header(request, "webhook-id"),
        header(request, "webhook-timestamp"),
        header(request, "webhook-signature"));
  }

  /** One that is given twice is none. */
  private static String header(Request request, String name) {
    List<String> values = request.getHeaders().getValuesList(name);
    return values.size() == 1 ? values.getFirst() : "";
  }

  private static Throwable unread(Throwable failure) {
    @Nullable Throwable cause = failure.getCause();
    boolean isTooLarge =
        failure instanceof IllegalStateException || cause instanceof IllegalStateException;
    return isTooLarge ? tooLarge() : failure;
  }

  private static ProblemException tooLarge() {
    return new ProblemException(
        Problems.of(ProblemKind.TOO_LARGE, "At most " + LARGEST_BODY + " bytes."));
  }
}
