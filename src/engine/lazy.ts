/** A value that is made at the first use; a failed making is tried again. */
export class Lazy<T> {
  private value: Promise<T> | undefined;

  constructor(private readonly make: () => Promise<T>) {}

  get(): Promise<T> {
    this.value ??= this.make().catch((error: unknown) => {
      this.value = undefined;
      throw error;
    });
    return this.value;
  }

  /** The value if one was made; never makes one. */
  made(): Promise<T> | undefined {
    return this.value;
  }
}
