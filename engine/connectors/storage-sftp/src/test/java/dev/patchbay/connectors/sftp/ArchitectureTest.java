package dev.patchbay.connectors.sftp;

import dev.patchbay.testkit.HouseRules;

class ArchitectureTest extends HouseRules {}
