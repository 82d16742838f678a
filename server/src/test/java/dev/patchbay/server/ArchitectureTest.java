package dev.patchbay.server;

import dev.patchbay.testkit.HouseRules;

class ArchitectureTest extends HouseRules {}
