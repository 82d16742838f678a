package dev.patchbay.scheduler;

import dev.patchbay.testkit.HouseRules;

class ArchitectureTest extends HouseRules {}
