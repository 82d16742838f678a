package dev.patchbay.cache.redis;

import dev.patchbay.testkit.HouseRules;

class ArchitectureTest extends HouseRules {}
