package dev.patchbay.services.standin;

import dev.patchbay.testkit.HouseRules;

class ArchitectureTest extends HouseRules {}
