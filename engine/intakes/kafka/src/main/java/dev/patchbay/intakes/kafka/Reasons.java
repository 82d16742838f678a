package dev.patchbay.intakes.kafka;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.CorruptRecordException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.InconsistentGroupProtocolException;
import org.apache.kafka.common.errors.InvalidGroupIdException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Says for a person what Kafka's exceptions mean; none of their texts is passed on. */
record Reasons(KafkaSettings settings) {

  String of(Throwable failure) {
    return switch (cause(failure)) {
      case SslAuthenticationException _ -> certificate();
      case AuthenticationException _ -> login();
      case TopicAuthorizationException e ->
          who() + " may not read: " + String.join(", ", e.unauthorizedTopics()) + ". " + grant();
      case GroupAuthorizationException _ ->
          who() + " may not use the consumer group " + settings.group() + ". " + grant();
      case AuthorizationException _ -> who() + " lacks a right at Kafka. " + grant();
      case UnknownTopicOrPartitionException _ -> missing(String.join(", ", settings.topics()));
      case InconsistentGroupProtocolException _ -> group("divides its partitions in another way");
      case InvalidGroupIdException _ -> group("is refused by Kafka");
      case CorruptRecordException _ ->
          "A record in Kafka is damaged, so nothing after it can be read; the hub's log says which.";
      case ConfigException _ -> unreachable("No address among them is known to the network.");
      case RetriableException _ -> unreachable("Nobody answers there.");
      default -> "Kafka at " + addresses() + " refuses to work with us; the hub's log says more.";
    };
  }

  /** Topics that are not there. */
  String missing(String topics) {
    return "Kafka at "
        + addresses()
        + " has no topic "
        + topics
        + ". Create it, or correct the setting topics.";
  }

  /** Refused records could not be copied. */
  String notCopied(Throwable failure) {
    var topic = settings.refusedTopic().orElse("");
    return "Refused records cannot be copied to topic "
        + topic
        + "; reading waits. "
        + notWritten(failure);
  }

  /** Events of the hub could not be sent. */
  String notPublished(Throwable failure) {
    var topic = settings.resultTopic().orElse("");
    return "Results cannot be sent to topic " + topic + "; they wait. " + notWritten(failure);
  }

  private String notWritten(Throwable failure) {
    return switch (cause(failure)) {
      case AuthorizationException _ -> who() + " may not write there; grant WRITE.";
      case AuthenticationException e -> of(e);
      default -> "Check that it exists and that its brokers are up.";
    };
  }

  /** What Kafka's wrappers hold. */
  static Throwable cause(Throwable failure) {
    var cause = failure.getCause();
    return cause != null && isWrapper(failure) ? cause(cause) : failure;
  }

  private static boolean isWrapper(Throwable failure) {
    return failure instanceof ExecutionException
        || failure instanceof CompletionException
        || failure.getClass() == KafkaException.class;
  }

  private String unreachable(String how) {
    return "Kafka cannot be reached at "
        + addresses()
        + ". "
        + how
        + " Check that it runs, its addresses, and that security-protocol "
        + settings.access().protocol()
        + " is what it speaks.";
  }

  private String certificate() {
    return "The encrypted connection to Kafka at "
        + addresses()
        + " failed: its certificate is not trusted or names another host. Check ca-certificate.";
  }

  private String login() {
    return "Kafka at "
        + addresses()
        + " refused the login"
        + settings.access().user().map(user -> " of user " + user).orElse("")
        + ". Check user, password and sasl-mechanism.";
  }

  private String group(String what) {
    return "The consumer group "
        + settings.group()
        + " "
        + what
        + ". Write a group that nobody but the hub uses.";
  }

  private String who() {
    return settings.access().user().map(user -> "User " + user).orElse("The hub");
  }

  private static String grant() {
    return "Grant READ and DESCRIBE on the topics and READ on the group.";
  }

  private String addresses() {
    return settings.access().addresses();
  }
}
