// SPDX-License-Identifier: Apache-2.0
/** The calls that the page makes of the simulator. */

const TIMEOUT_MILLIS = 10_000;

/** The simulator answered, but with a refusal. */
export class ApiError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

export const EVENTS = "/simulator/events";

export const fetchState = () => call("GET", "/simulator/state");
export const fetchConversation = (id) => call("GET", `${conversation(id)}/messages`);
export const fetchCall = (number) => call("GET", `/simulator/calls/${number}`);

export const order = (id, behaviour) => call("POST", `${conversation(id)}/behaviours`, behaviour);
export const failMessage = (id, messageId, externalError) =>
  call("POST", `${conversation(id)}/messages/${messageId}/failure`, { externalError });
export const retryMessage = (id, messageId) => call("POST", `${conversation(id)}/messages/${messageId}/retry`, {});
export const clearEverything = () => call("DELETE", "/simulator/conversations");

/** The result, or null where there is nothing (any more): a 404. */
export async function orNull(result) {
  try {
    return await result;
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) {
      return null;
    }
    throw error;
  }
}

const conversation = (id) => `/simulator/conversations/${encodeURIComponent(id)}`;

async function call(method, path, body) {
  const response = await fetch(path, {
    method,
    headers: method === "GET" ? {} : { "Content-Type": "application/json" },
    body: body && JSON.stringify(body),
    cache: "no-store",
    signal: AbortSignal.timeout(TIMEOUT_MILLIS),
  });
  if (!response.ok) {
    throw new ApiError(response.status, await reason(response));
  }
  return response.status === 204 ? null : response.json();
}

async function reason(response) {
  const text = await response.text();
  try {
    return JSON.parse(text).error ?? text;
  } catch {
    return text || `HTTP ${response.status}`;
  }
}
