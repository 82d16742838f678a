package dev.patchbay.connectors.sheets;

import dev.patchbay.testkit.HouseRules;

class ArchitectureTest extends HouseRules {}
