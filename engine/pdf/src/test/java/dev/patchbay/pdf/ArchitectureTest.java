package dev.patchbay.pdf;

import dev.patchbay.testkit.HouseRules;

class ArchitectureTest extends HouseRules {}
