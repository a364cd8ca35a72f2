import { InvalidInput } from "@pg/domain"

/** What is wrong with the query string of a write, also by what it lacks. What is wrong with its body is InvalidInput alone. */
export class InvalidParameters extends InvalidInput {}

/** What a query string says. Throws InvalidParameters where `read` throws InvalidInput. */
export function readParameters<Said>(read: () => Said): Said {
  try {
    return read()
  } catch (error) {
    throw error instanceof InvalidInput ? new InvalidParameters(error.issues) : error
  }
}
