package dev.patchbay.connectors.s3;

import dev.patchbay.testkit.HouseRules;

class ArchitectureTest extends HouseRules {}
