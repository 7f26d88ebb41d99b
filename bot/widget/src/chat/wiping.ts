// Wiping conversations on the server, now or at the next chance.
import type { Client } from "../contract/client";
import { Refusal } from "../contract/trouble";
import type { Store } from "./store";

/** Wipes every conversation that waits for it. True when none is left. */
export async function wipe(client: Client, store: Store): Promise<boolean> {
  for (const token of store.memory.toClear) {
    try {
      await client.clear(token);
    } catch (trouble) {
      // A token that the server no longer takes has nothing left behind it.
      if (!(trouble instanceof Refusal && /^(session_expired|bad_token)$/.test(trouble.code))) continue;
    }
    store.keep({ toClear: store.memory.toClear.filter((one) => one !== token) });
  }
  return store.memory.toClear.length === 0;
}
