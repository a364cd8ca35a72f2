/** The address at which a DOI is resolved, in ASCII: `https://doi.org/10.1000/182` (DOI Handbook, section 3.8). */
export const doiUrl = (doi: string): string =>
  `https://doi.org/${encodeURI(doi.toWellFormed()).replace(/[?#]/g, encodeURIComponent)}`
