package dev.patchbay.connectors.graph;

import dev.patchbay.testkit.HouseRules;

class ArchitectureTest extends HouseRules {}
