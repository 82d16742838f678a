package dev.patchbay.connectors.email;

import dev.patchbay.testkit.HouseRules;

class ArchitectureTest extends HouseRules {}
