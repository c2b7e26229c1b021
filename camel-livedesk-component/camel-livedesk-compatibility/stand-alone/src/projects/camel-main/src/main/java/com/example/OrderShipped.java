package com.example;

import org.apache.camel.builder.RouteBuilder;

public class OrderShipped extends RouteBuilder {
  @Override
  public void configure() {
    @docs(start, java, order-shipped)
  }
}
