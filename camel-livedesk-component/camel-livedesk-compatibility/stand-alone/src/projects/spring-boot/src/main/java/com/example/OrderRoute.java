package com.example;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

@docs(spring-boot, java, class OrderRoute)
