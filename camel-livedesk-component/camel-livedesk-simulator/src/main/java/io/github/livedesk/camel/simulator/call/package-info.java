// SPDX-License-Identifier: Apache-2.0
/**
 * What all calls of the API have in common: how one is judged and carried out, its fields, and its
 * warnings. Imports the rooms for HTTP, the store and content; knows no call by name.
 */
package io.github.livedesk.camel.simulator.call;
