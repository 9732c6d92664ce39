/** What is wrong with the arguments of a benchmark; its message alone is shown, without where in the code it arose. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
