/** Decides whether a crashed engine is started again by itself: a crash loop must end. */
export class RestartPolicy {
  #crashes: number[] = [];

  /**
   * @param limit automatic restarts allowed within the window
   * @param windowMs length of the window in milliseconds
   */
  constructor(
    private readonly limit = 2,
    private readonly windowMs = 180_000,
  ) {}

  /** Notes a crash at `now` (milliseconds) and says whether to restart. */
  allowsRestart(now: number): boolean {
    this.#crashes = [...this.#crashes.filter((crash) => now - crash < this.windowMs), now];
    return this.#crashes.length <= this.limit;
  }

  /** Forgets earlier crashes, after a person asked for a restart. */
  reset(): void {
    this.#crashes = [];
  }
}
