package dev.patchbay.model;

import dev.patchbay.testkit.HouseRules;

class ArchitectureTest extends HouseRules {}
