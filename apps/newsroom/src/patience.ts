/**
 * How long a server waits for its clients, in milliseconds, and how many it takes, so that none can hold it up. They are
 * options and properties of node:http's Server by their own names.
 */
export type Patience = {
  /** For the header of a request, from the connection's or the last answer's end on. A header of more than 16 KiB is 431. */
  headersTimeout: number
  /** For a whole request. */
  requestTimeout: number
  /** How often these two are looked after. */
  connectionsCheckingInterval: number
  /** For the next request on a connection. Proxies keep theirs for 60 seconds, and must be the ones to end them. */
  keepAliveTimeout: number
  /** For any byte to go either way, as where a client has stopped reading: longer than the API's waits of a minute at most. */
  timeout: number
  maxConnections: number
}

/** The patience of the newsroom. */
export const patience: Patience = {
  headersTimeout: 15_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 5000,
  keepAliveTimeout: 65_000,
  timeout: 75_000,
  maxConnections: 10_000,
}
