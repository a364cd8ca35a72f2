import type { Store } from "@pg/store"
import type { Site } from "../site.js"

/**
 * What answering a harvester needs. `adminEmail` is the address of whoever runs the repository, which the protocol demands;
 * where it is absent, that which RFC 2142 section 5 keeps for questions about a website.
 */
export type OaiOptions = { store: Store; site: Site; now: () => Date; adminEmail?: string | undefined }
