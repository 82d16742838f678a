package dev.patchbay.postgres;

import dev.patchbay.testkit.HouseRules;

class ArchitectureTest extends HouseRules {}
