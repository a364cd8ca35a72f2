import type { Message } from "./message.js"

/**
 * What tells a WebSub hub that a feed has changed. The specification leaves that to hub and publisher; this is what hubs take
 * since PubSubHubbub 0.4.
 */
export const publishOf = (hub: string, feedUrl: string): Message => ({
  url: hub,
  headers: { "content-type": "application/x-www-form-urlencoded" },
  body: new URLSearchParams({ "hub.mode": "publish", "hub.url": feedUrl }).toString(),
})
