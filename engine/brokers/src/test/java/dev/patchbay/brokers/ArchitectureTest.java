package dev.patchbay.brokers;

import dev.patchbay.testkit.HouseRules;

class ArchitectureTest extends HouseRules {}
