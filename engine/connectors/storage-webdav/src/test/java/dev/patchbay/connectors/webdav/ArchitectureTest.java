package dev.patchbay.connectors.webdav;

import dev.patchbay.testkit.HouseRules;

class ArchitectureTest extends HouseRules {}
