/**
 * What the user can put right: `message` is one clear sentence (or several lines of them) for standard error, shown
 * without a stack. `exitCode` is 1 for what failed or was not all read, 2 for a wrong option, argument or setting.
 */
export class Failure extends Error {
  override readonly name = "Failure"
  readonly exitCode: 1 | 2

  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message)
    this.exitCode = exitCode
  }
}
