package dev.patchbay.signatures;

import dev.patchbay.testkit.HouseRules;

class ArchitectureTest extends HouseRules {}
