// SPDX-License-Identifier: Apache-2.0
/**
 * What the simulator was told to do with the next requests. Imports no other room.
 */
package io.github.livedesk.camel.simulator.behaviour;
