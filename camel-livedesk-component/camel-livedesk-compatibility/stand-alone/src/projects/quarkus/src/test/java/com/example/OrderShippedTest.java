package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;

@docs(quarkus, java, class OrderShippedTest)
