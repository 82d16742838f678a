package dev.patchbay.services.rest;

import dev.patchbay.testkit.HouseRules;

class ArchitectureTest extends HouseRules {}
