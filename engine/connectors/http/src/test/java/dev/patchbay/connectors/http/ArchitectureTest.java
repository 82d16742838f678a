package dev.patchbay.connectors.http;

import dev.patchbay.testkit.HouseRules;

class ArchitectureTest extends HouseRules {}
