// SPDX-License-Identifier: Apache-2.0
/** A function that runs the task: never twice at once, and once more when it was called meanwhile. */
export function coalesced(task) {
  let running = false;
  let wanted = false;
  return async () => {
    wanted = true;
    if (running) {
      return;
    }
    running = true;
    try {
      while (wanted) {
        wanted = false;
        await task();
      }
    } finally {
      running = false;
    }
  };
}
