package dev.patchbay.documents;

import dev.patchbay.testkit.HouseRules;

class ArchitectureTest extends HouseRules {}
