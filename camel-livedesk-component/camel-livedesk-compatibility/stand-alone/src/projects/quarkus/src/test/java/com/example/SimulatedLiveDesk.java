package com.example;

import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

@docs(quarkus, java, class SimulatedLiveDesk)
