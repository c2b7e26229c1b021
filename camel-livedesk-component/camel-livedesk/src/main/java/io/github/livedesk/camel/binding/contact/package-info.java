// SPDX-License-Identifier: Apache-2.0
/**
 * Exchange to an operation on contacts, and what that gives back to the exchange. Imports what all
 * bindings share.
 */
package io.github.livedesk.camel.binding.contact;
