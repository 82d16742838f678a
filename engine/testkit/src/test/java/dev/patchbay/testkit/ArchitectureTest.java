package dev.patchbay.testkit;

class ArchitectureTest extends HouseRules {}
