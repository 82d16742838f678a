package dev.patchbay.intakes.kafka;

/** For tests that read one; nobody has its key. */
final class Certificates {
  static final String SELF_SIGNED =
      """
      -----BEGIN CERTIFICATE-----
      MIIBNjCB3aADAgECAgh1gZ4XNBa0BjAKBggqhkjOPQQDAzAPMQ0wCwYDVQQDEwR0
      ZXN0MCAXDTI2MTEyNjEzMzA1MVoYDzIxMjYxMTAyMTMzMDUxWjAPMQ0wCwYDVQQD
      EwR0ZXN0MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEvJ5nda1sU6giAlAtadwn
      jY0/mdFu510tk4FHM4gW/OiZE5cvyT/QO/6TPKXIt7TBpwJC+QjT15QzK7A70P33
      kaMhMB8wHQYDVR0OBBYEFC2Q6PTU9mPQ+q4AAjRkV46Ivz/wMAoGCCqGSM49BAMD
      A0gAMEUCIC5z2pH/j8lVzq0nLTUovFDQhOx4fUgr8mdfhbN3Q7LfAiEAxgwlj0mC
      0Yo8zO+A0GSh5LpNU88Q9FYVbtibM+UxRz8=
      -----END CERTIFICATE-----
      """;

  private Certificates() {}
}
