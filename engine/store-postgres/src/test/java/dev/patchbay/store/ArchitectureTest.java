package dev.patchbay.store;

import dev.patchbay.testkit.HouseRules;

class ArchitectureTest extends HouseRules {}
