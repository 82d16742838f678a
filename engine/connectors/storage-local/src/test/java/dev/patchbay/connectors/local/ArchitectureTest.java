package dev.patchbay.connectors.local;

import dev.patchbay.testkit.HouseRules;

class ArchitectureTest extends HouseRules {}
