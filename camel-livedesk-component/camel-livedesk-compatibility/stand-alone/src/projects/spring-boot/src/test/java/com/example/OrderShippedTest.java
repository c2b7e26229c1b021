package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.livedesk.camel.simulator.LiveDeskSimulator;
import io.github.livedesk.camel.simulator.LiveDeskTest;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@docs(testing, java, class OrderShippedTest)
