package dev.patchbay.server.demo.live;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What a request can be about.
 *
 * @param says what people write, word for word: quotes, line breaks and formulas included
 * @param done what is noted when it is closed
 */
record Matter(String category, String service, String team, List<String> says, List<String> done) {
  static final List<Matter> ALL =
      List.of(
          new Matter(
              "Streets",
              "Pothole",
              "Roads crew 3",
              List.of(
                  "Deep pothole right behind the crosswalk, two cars lost a hubcap this week.",
                  "Pothole is back. Same spot as in March.\nPhoto attached.",
                  "Hole of about 1/2 m in the bike lane, please mark it at least."),
              List.of("Filled with cold patch.", "Resurfaced, 4 m² of asphalt.")),
          new Matter(
              "Streets",
              "Street light out",
              "Electric",
              List.of(
                  "Three lights in a row are dark, from number 12 to the corner.",
                  "Lamp flickers all night long.",
                  "-- no light at the bus stop --"),
              List.of("Lamp replaced.", "Cable fault repaired, all lights tested.")),
          new Matter(
              "Sanitation",
              "Missed trash pickup",
              "Sanitation east",
              List.of(
                  "Whole street was skipped again on Tuesday.",
                  "They took the bins but left the \"big items\" we had booked.",
                  "Recycling not picked up for 2 weeks"),
              List.of("Picked up on an extra tour.", "Driver informed, tour changed.")),
          new Matter(
              "Sanitation",
              "Graffiti removal",
              "Clean city",
              List.of(
                  "Tag on the school wall, about 2 × 3 m.",
                  "Graffiti on the memorial, please hurry."),
              List.of("Removed.", "Removed, wall sealed.")),
          new Matter(
              "Parks",
              "Fallen tree",
              "Parks",
              List.of(
                  "Tree blocks the path to the playground since the storm.",
                  "Large branch hangs on the power line!"),
              List.of("Cut up and taken away.", "Made safe, replanting in spring.")),
          new Matter(
              "Water",
              "Water main leak",
              "Water & sewer",
              List.of(
                  "Water comes out of the pavement, getting more.",
                  "=water everywhere= cellar of no. 7 is wet as well",
                  "Hydrant drips; 0.5 l a minute, measured."),
              List.of("Valve closed and replaced.", "Pipe repaired, street open again.")),
          new Matter(
              "Traffic",
              "Abandoned vehicle",
              "Parking",
              List.of(
                  "Grey van without plates, has not moved since New Year.",
                  "Car on blocks in front of my driveway."),
              List.of("Towed.", "Owner moved it.")));

  private static final List<String> COMMENTS =
      List.of(
          "Any news on this?",
          "Thank you, that was quick!",
          "It got worse after the rain.",
          "I saw somebody measuring there today.",
          "Same here, two houses further.",
          "Please call me before you come.");

  static Matter any(RandomGenerator chance) {
    return Places.one(ALL, chance);
  }

  static String comment(RandomGenerator chance) {
    return Places.one(COMMENTS, chance);
  }
}
