package dev.patchbay.spreadsheets;

import dev.patchbay.testkit.HouseRules;

class ArchitectureTest extends HouseRules {}
