package dev.patchbay.spreadsheets.bench;

import dev.patchbay.testkit.HouseRules;

class ArchitectureTest extends HouseRules {}
