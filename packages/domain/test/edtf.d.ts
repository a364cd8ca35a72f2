/** edtf.js has no types of its own: what the oracle reads of it, in milliseconds. */
declare module "edtf" {
  export default function edtf(text: string): { min: number; max: number }
}
