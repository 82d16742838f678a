package dev.patchbay.intakes.redis;

import dev.patchbay.testkit.HouseRules;

class ArchitectureTest extends HouseRules {}
