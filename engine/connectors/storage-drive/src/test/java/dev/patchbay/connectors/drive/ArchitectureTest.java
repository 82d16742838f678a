package dev.patchbay.connectors.drive;

import dev.patchbay.testkit.HouseRules;

class ArchitectureTest extends HouseRules {}
