package dev.patchbay.google;

import dev.patchbay.testkit.HouseRules;

class ArchitectureTest extends HouseRules {}
