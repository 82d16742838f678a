package dev.patchbay.services.standin.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.services.standin.http.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * People who do not exist: names of plants and places, addresses under example domains (RFC 2606),
 * phone numbers that are kept for fiction.
 */
public final class People {
  private static final int ADMINS = 2;
  private static final int AGENTS = 8;
  private static final Instant FIRST = Instant.parse("2025-01-06T08:00:00Z");

  private static final List<String> GIVEN =
      List.of(
          "Alder",
          "Aster",
          "Bryony",
          "Clover",
          "Dahlia",
          "Elder",
          "Fennel",
          "Hazel",
          "Iris",
          "Juniper",
          "Laurel",
          "Linden",
          "Marigold",
          "Olive",
          "Poppy",
          "Rowan",
          "Sorrel",
          "Tansy",
          "Willow",
          "Yarrow");
  private static final List<String> FAMILY =
      List.of(
          "Ashdown",
          "Brookside",
          "Copperfield",
          "Dunmore",
          "Eastgate",
          "Fairwater",
          "Greenhill",
          "Highmoor",
          "Kirkwall",
          "Longmeadow",
          "Millbank",
          "Northcote",
          "Oakshade",
          "Pinewood",
          "Riverhead",
          "Stonebridge",
          "Thornley",
          "Underhill",
          "Westbrook",
          "Žlutý");
  private static final List<String> STREETS =
      List.of("Canal Street", "Mill Lane", "Harbour Road", "Station Square", "Orchard Way");
  private static final List<String> LANGUAGES = List.of("en", "de", "fr", "pl", "pt-BR");

  private People() {}

  /** Two administrators, eight agents, and so many citizens. */
  public static List<ObjectNode> make(RandomGenerator random, int citizens) {
    var people = new ArrayList<ObjectNode>();
    for (int i = 0; i < ADMINS + AGENTS + citizens; i++) {
      var role = i < ADMINS ? "admin" : i < ADMINS + AGENTS ? "agent" : "citizen";
      people.add(person(random, i + 1, role));
    }
    return people;
  }

  private static ObjectNode person(RandomGenerator random, int number, String role) {
    var given = pick(random, GIVEN);
    var created = FIRST.plus(Duration.ofMinutes(random.nextInt(500_000)));
    var person =
        Json.object()
            .put("id", "u-" + number)
            .put("name", given + " " + pick(random, FAMILY))
            .put("email", given.toLowerCase(Locale.ROOT) + number + "@people.example.org")
            .put("phone", "+1-202-555-01%02d".formatted(random.nextInt(100)))
            .put("role", role)
            .put("language", pick(random, LANGUAGES))
            .put("active", random.nextInt(10) > 0)
            .put("address", (1 + random.nextInt(120)) + " " + pick(random, STREETS))
            .put("zip", "%05d".formatted(1000 + random.nextInt(9000)))
            .put("createdAt", created.toString())
            .put("updatedAt", created.plus(Duration.ofHours(random.nextInt(4_000))).toString());
    person.putObject("attributes").put("newsletter", random.nextBoolean());
    return person.put("version", 1 + random.nextInt(4));
  }

  static <T> T pick(RandomGenerator random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
