import type { Store } from "@pg/store"
import type { World } from "./world.js"

/**
 * Notes in the audit log what a command has changed of who may write, who is told, or what is kept; `about` what it was done to. Whoever
 * runs the archive is known by no name there. No request was sent and no status answered, but the contract promises both of every
 * entry, and says what they are here.
 */
export const noteCommand = (store: Store, { now }: World, command: string, about: string): Promise<void> =>
  store.audit({
    at: now().toISOString(),
    by: "newsroom (command)",
    requestId: "command",
    operation: `newsroom ${command}`,
    status: 200,
    reason: about,
  })
