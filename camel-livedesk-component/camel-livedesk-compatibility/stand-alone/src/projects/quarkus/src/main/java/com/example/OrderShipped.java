package com.example;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.camel.builder.RouteBuilder;

@docs(quarkus, java, class OrderShipped extends)
