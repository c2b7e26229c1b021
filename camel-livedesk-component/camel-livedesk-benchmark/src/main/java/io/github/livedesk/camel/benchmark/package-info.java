// SPDX-License-Identifier: Apache-2.0
/** Measures the component beside other ways from a Camel route to the same API. Never published. */
package io.github.livedesk.camel.benchmark;
