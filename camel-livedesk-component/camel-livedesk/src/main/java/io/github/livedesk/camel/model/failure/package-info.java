// SPDX-License-Identifier: Apache-2.0
/**
 * The exceptions of the component, one family, and what they are made of. The ground of the house:
 * imports no other package of it.
 */
package io.github.livedesk.camel.model.failure;
