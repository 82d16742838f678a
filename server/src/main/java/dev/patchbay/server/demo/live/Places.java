package dev.patchbay.server.demo.live;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Streets and people of a city that does not exist. Pure. */
final class Places {
  private static final List<String> STREETS =
      List.of(
          "Harbor St",
          "Maple Ave",
          "Linden Pl",
          "Mill Rd",
          "Orchard St",
          "Cannery Row",
          "Washington St",
          "Tremont St",
          "Beacon Hill Rd",
          "Juniper Ln",
          "Market Sq",
          "Canal St",
          "Eliot Ave",
          "Saint Anne's Way",
          "Dock Sq",
          "Fountain Ct");
  private static final List<District> DISTRICTS =
      List.of(
          new District("Old Harbor", "02127", 42.3345, -71.0422),
          new District("North Mills", "02114", 42.3626, -71.0668),
          new District("Riverside", "02134", 42.3534, -71.1336),
          new District("Garden Heights", "02130", 42.3097, -71.1151),
          new District("Lighthouse Point", "02152", 42.3751, -70.9828));
  private static final List<String> FIRST_NAMES =
      List.of(
          "Amara",
          "Björn",
          "Chloé",
          "Darius",
          "Elena",
          "Farid",
          "Grace",
          "Hiro",
          "Imani",
          "Jonas",
          "Katarzyna",
          "Luís",
          "Mei",
          "Nadia",
          "Owen",
          "Priya",
          "Rosa",
          "Søren",
          "Tomás",
          "Zoë");
  private static final List<String> LAST_NAMES =
      List.of(
          "Abbott",
          "Brennan",
          "Castillo",
          "Dubois",
          "Eriksen",
          "Fernández",
          "Goldberg",
          "Haddad",
          "Ivanova",
          "Johnson",
          "Kowalski",
          "Lindqvist",
          "Murphy",
          "Nguyen",
          "O'Neill",
          "Petrov",
          "Rossi",
          "Sato",
          "Tanaka",
          "Weiß");

  private Places() {}

  /** A part of the city. */
  private record District(String name, String zip, double lat, double lon) {}

  /** Where something is. */
  record Address(String street, String zip, String district, double lat, double lon) {}

  /** Somebody who reports something. */
  record Person(String name, String email, String phone) {}

  static Address address(RandomGenerator chance) {
    var district = one(DISTRICTS, chance);
    return new Address(
        chance.nextInt(1, 240) + " " + one(STREETS, chance),
        district.zip(),
        district.name(),
        near(district.lat(), chance),
        near(district.lon(), chance));
  }

  static Person person(RandomGenerator chance) {
    var first = one(FIRST_NAMES, chance);
    var last = one(LAST_NAMES, chance);
    var mailbox = (first + "." + last).toLowerCase(Locale.ROOT).replaceAll("[^a-z.]", "");
    return new Person(
        first + " " + last,
        mailbox + "@example.org",
        "+1 617 555 01%02d".formatted(chance.nextInt(100)));
  }

  static <T> T one(List<T> choices, RandomGenerator chance) {
    return choices.get(chance.nextInt(choices.size()));
  }

  private static double near(double degrees, RandomGenerator chance) {
    return Math.round((degrees + chance.nextDouble(-0.01, 0.01)) * 1e6) / 1e6;
  }
}
