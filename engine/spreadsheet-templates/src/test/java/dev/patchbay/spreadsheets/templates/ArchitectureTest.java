package dev.patchbay.spreadsheets.templates;

import dev.patchbay.testkit.HouseRules;

class ArchitectureTest extends HouseRules {}
