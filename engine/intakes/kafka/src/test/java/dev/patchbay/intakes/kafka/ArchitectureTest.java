package dev.patchbay.intakes.kafka;

import dev.patchbay.testkit.HouseRules;

class ArchitectureTest extends HouseRules {}
