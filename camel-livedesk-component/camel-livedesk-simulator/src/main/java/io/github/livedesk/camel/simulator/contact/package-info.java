// SPDX-License-Identifier: Apache-2.0
/**
 * The API's calls for contacts: how their requests are judged, and the JSON of a contact. Imports the
 * rooms for calls, the desk, HTTP, the store and behaviours.
 */
package io.github.livedesk.camel.simulator.contact;
