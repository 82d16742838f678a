package dev.patchbay.sandbox;

import dev.patchbay.testkit.HouseRules;

class ArchitectureTest extends HouseRules {}
